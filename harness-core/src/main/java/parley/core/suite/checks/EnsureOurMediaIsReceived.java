package parley.core.suite.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.core.call.MediaKind;
import parley.core.judge.Check;
import parley.core.judge.Clause;
import parley.core.judge.Inspected;
import parley.core.judge.Outcome;
import parley.core.media.rtcp.ReceiverReport;
import parley.core.media.rtcp.ReportBlock;
import parley.core.media.rtcp.SenderReport;
import parley.core.media.rtp.Ssrc;
import parley.core.record.Heading;
import parley.core.suite.CallView;
import parley.core.suite.MediaFlow;

/** The candidate says in RTCP that it receives what the harness sends. */
public record EnsureOurMediaIsReceived(MediaKind kind) implements Check<CallView> {
  @Override
  public Clause clause() {
    return Clause.of("RFC 3550 §6.4.2");
  }

  @Override
  public String name() {
    return switch (kind) {
      case AUDIO -> "EnsureOurAudioIsReceived";
      case VIDEO -> "EnsureOurVideoIsReceived";
      case CONTENT -> "EnsureOurContentIsReceived";
      case OTHER -> "EnsureOurDataIsReceived";
    };
  }

  @Override
  public Outcome examine(CallView view) {
    String expected =
        "a report of the candidate that our "
            + kind.name().toLowerCase(Locale.ROOT)
            + " arrives there";
    Optional<MediaFlow> sent = view.flow(kind, Heading.SENT);
    if (sent.isEmpty()) {
      return new Outcome.Undecided(expected, "the harness sent none");
    }
    List<CallView.Report> blocks = new ArrayList<>();
    long highest = -1;
    for (CallView.Report report : view.reports()) {
      Optional<ReportBlock> block = block(report, sent.get().ssrc());
      if (report.heading() == Heading.RECEIVED && block.isPresent()) {
        blocks.add(report);
        highest = Math.max(highest, block.get().extendedHighestSequence() & 0xffff);
      }
    }
    int count = sent.get().packets().size();
    if (blocks.isEmpty()) {
      return new Outcome.Violated(
          expected,
          "none of its reports names our source " + sent.get().ssrc(),
          Inspected.packets(count),
          List.of(sent.get().packets().getFirst().number()));
    }
    return new Outcome.Satisfied(
        expected,
        blocks.size() + " reports, the last up to sequence number " + highest,
        Inspected.packets(count + blocks.size()),
        blocks.stream().map(CallView.Report::number).limit(5).toList());
  }

  static Optional<ReportBlock> block(CallView.Report report, Ssrc source) {
    List<ReportBlock> blocks =
        switch (report.rtcp()) {
          case SenderReport sender -> sender.reports();
          case ReceiverReport receiver -> receiver.reports();
          default -> List.of();
        };
    return blocks.stream().filter(block -> block.source().equals(source)).findFirst();
  }
}
