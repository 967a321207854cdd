package parley.h323.cases;

import java.util.List;
import parley.core.suite.TestCase;

/** Cases about H.245. */
public final class ControlCases {
  public static List<TestCase> all() {
    return List.of(
        new CapabilitiesExchanged(),
        new MasterSlaveDetermined(),
        new ChannelsWithinCapabilities(),
        new ChannelAddressesGiven(),
        new SessionsNumbered(),
        new PauseClosesChannels(),
        new UnknownCapabilityTolerated(),
        new NonStandardIndicationBorne(),
        new UnknownRequestBorne(),
        new RoundTripAnswered(),
        new DigitsBorne(),
        new RateLimited(),
        new BlockUpdateBorne(),
        new RejectedChannelBorne(),
        new CloseRequestAnswered(),
        new CapabilitiesSentAgain(),
        new ModeRequestAnswered(),
        new SessionEndAnswered(),
        new FreezeBorne());
  }

  private ControlCases() {}
}
