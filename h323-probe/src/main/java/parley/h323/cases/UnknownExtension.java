package parley.h323.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parley.core.call.CallFailure;
import parley.core.call.MediaKind;
import parley.core.judge.Bailiff;
import parley.core.judge.Clause;
import parley.core.suite.Area;
import parley.core.suite.Bench;
import parley.core.suite.CallSession;
import parley.core.suite.CallView;
import parley.core.suite.CaseRecord;
import parley.core.suite.DescribedCase;
import parley.core.suite.Offer;
import parley.core.suite.checks.EnsureCallIsAnswered;
import parley.core.suite.checks.EnsureMediaArrives;
import parley.core.wire.Octets;
import parley.h323.agent.DialOptions;
import parley.h323.agent.H323Signalling;
import parley.h323.checks.EnsureSetupIsTaken;
import parley.h323.h225.SetupUUIE;
import parley.h323.per.Additions;
import parley.h323.per.Type;
import parley.h323.reader.CallMessages;

/** The Setup has a field that only a later version of H.225.0 could have. */
final class UnknownExtension extends DescribedCase {
  UnknownExtension() {
    super(
        "H323-UNKNOWN-EXTENSION.1",
        Area.CALL,
        "A Setup with a field of a later version is taken, and the field is passed over",
        List.of("H.225.0 §7.3.10", "X.680 §7"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    H323Signalling h323 = bench.signalling(H323Signalling.class);
    bench.stimulus("call with a Setup of a later version");
    try (CallSession session =
        bench.call(
            bench.candidate(),
            Offer.standard(bench.plan()),
            (target, offer) ->
                h323.dial(target, offer, DialOptions.edited(FromLaterVersion::add)))) {
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(
        new EnsureSetupIsTaken(Clause.of("X.680 §7"), "with a field of a later version"),
        CallMessages.outgoing(record.packets(), 0));
    bailiff.require(new EnsureMediaArrives(MediaKind.AUDIO), call);
    bailiff.require(new EnsureMediaArrives(MediaKind.VIDEO), call);
  }

  /** The field after all that the Setup of version 7 has. */
  private static final class FromLaterVersion {
    static SetupUUIE.Builder add(SetupUUIE.Builder setup) {
      int known =
          SetupUUIE.TYPE instanceof Type.SequenceType sequence ? sequence.additions().size() : 0;
      return setup.additions(
          new Additions(
              new TreeMap<>(Map.of(known, Octets.ofHex("01 02 03 04"))), Optional.of(known + 1)));
    }

    private FromLaterVersion() {}
  }
}
