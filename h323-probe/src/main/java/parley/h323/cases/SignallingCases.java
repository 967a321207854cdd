package parley.h323.cases;

import java.util.List;
import parley.core.suite.TestCase;

/** Cases about H.225.0 call signalling. */
public final class SignallingCases {
  public static List<TestCase> all() {
    return List.of(
        new FastStart(),
        new Tunnelling(),
        new SeparateControl(),
        new EarlyControl(),
        new SetupAnswered(),
        new CallIdentifierKept(),
        new CallReferenceKept(),
        new NoDestinationAddress(),
        new UnknownExtension(),
        new UnknownMessage(),
        new EmptyPacket(),
        new EmptyControlPacket(),
        new StatusInquiry(),
        new NotifyTaken(),
        new UnicodeAlias(),
        new ShortDatagrams(),
        new ReleaseExplained(),
        new RefusalExplained());
  }

  private SignallingCases() {}
}
