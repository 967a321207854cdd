package parley.core.suite.cases;

import java.util.List;
import parley.core.suite.CaseSource;
import parley.core.suite.TestCase;

/** The cases every protocol runs. */
public final class NeutralCases implements CaseSource {
  @Override
  public List<TestCase> cases() {
    return List.of(
        new CandidateRegisters(),
        new HarnessHangsUp(),
        new CandidateHangsUp(),
        new HoldAndResume(),
        new CallGivenUpWhileRinging(),
        new UnusableOfferRefused(),
        new SecondCallWhileInCall(),
        new UnknownCodecTolerated(),
        new AresBesideStandardCodecs(),
        new AudioCodecPriority(),
        H264PacketizationMode.singleNalUnit(),
        H264PacketizationMode.nonInterleaved(),
        new H264LevelRespected(),
        new IntraRequestAnswered(),
        new MediaBothWays(),
        new MediaProtected(),
        new ContentTaken(),
        new ContentShown(),
        new ContentProtected(),
        new RtcpConsistent());
  }
}
