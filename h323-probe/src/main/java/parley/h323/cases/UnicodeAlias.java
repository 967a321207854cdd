package parley.h323.cases;

import java.util.List;
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
import parley.h323.agent.DialOptions;
import parley.h323.agent.H323Signalling;
import parley.h323.checks.EnsureSetupIsTaken;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.DisplayName;
import parley.h323.h225.SetupUUIE;
import parley.h323.reader.CallMessages;

/** The caller has a Cyrillic name, and the user who is called has one, too. */
final class UnicodeAlias extends DescribedCase {
  private static final String NAME = "Переговорная № 4";

  UnicodeAlias() {
    super(
        "H323-UNICODE-ALIAS.1",
        Area.CALL,
        "A Setup with Cyrillic names is taken like any other",
        List.of("H.225.0 §7.6", "H.225.0 §7.3.10"));
  }

  @Override
  public void exercise(Bench bench) throws CallFailure, InterruptedException {
    H323Signalling h323 = bench.signalling(H323Signalling.class);
    bench.stimulus("call with Cyrillic names");
    try (CallSession session =
        bench.call(
            bench.candidate(),
            Offer.standard(bench.plan()),
            (target, offer) -> h323.dial(target, offer, DialOptions.edited(UnicodeAlias::name)))) {
      bench.letMediaFlow();
      session.hangUp();
    }
  }

  @Override
  public void judge(CaseRecord record, Bailiff bailiff) {
    CallView call = record.firstOutgoing();
    bailiff.require(new EnsureCallIsAnswered(), call);
    bailiff.require(
        new EnsureSetupIsTaken(Clause.of("H.225.0 §7.6"), "with Cyrillic names"),
        CallMessages.outgoing(record.packets(), 0));
    bailiff.require(new EnsureMediaArrives(MediaKind.AUDIO), call);
    bailiff.require(new EnsureMediaArrives(MediaKind.VIDEO), call);
  }

  /** The destination keeps the name it is reached by. */
  private static SetupUUIE.Builder name(SetupUUIE.Builder setup) {
    return setup
        .sourceAddress(List.of(new AliasAddress.H323ID(NAME)))
        .displayName(List.of(DisplayName.with().language("ru").name(NAME).build()));
  }
}
