package parley.h323.reader;

import java.net.InetSocketAddress;
import java.util.Optional;
import parley.core.wire.Octets;
import parley.h323.address.IpAddress;
import parley.h323.h225.AlertingUUIE;
import parley.h323.h225.CallProceedingUUIE;
import parley.h323.h225.ConnectUUIE;
import parley.h323.h225.FacilityUUIE;
import parley.h323.h225.H323UUPDU.H323MessageBody;
import parley.h323.h225.ProgressUUIE;
import parley.h323.h225.SetupUUIE;
import parley.h323.h225.TransportAddress;
import parley.h323.q931.SignalMessage;

/** Where a side takes the H.245 connection of a call, as call signalling names it. */
public final class ControlAddress {
  private ControlAddress() {}

  /** The address in this message; empty where it names none of IP. */
  public static Optional<InetSocketAddress> of(SignalMessage message) {
    return message
        .pdu()
        .flatMap(
            pdu ->
                switch (pdu.h323MessageBody()) {
                  case H323MessageBody.Setup(SetupUUIE body) -> body.h245Address();
                  case H323MessageBody.CallProceeding(CallProceedingUUIE body) ->
                      body.h245Address();
                  case H323MessageBody.Alerting(AlertingUUIE body) -> body.h245Address();
                  case H323MessageBody.Progress(ProgressUUIE body) -> body.h245Address();
                  case H323MessageBody.Connect(ConnectUUIE body) -> body.h245Address();
                  case H323MessageBody.Facility(FacilityUUIE body) -> body.h245Address();
                  default -> Optional.empty();
                })
        .flatMap(ControlAddress::socket);
  }

  private static Optional<InetSocketAddress> socket(TransportAddress address) {
    return switch (address) {
      case TransportAddress.IpAddress(Octets ip, int port) -> IpAddress.socket(ip, port);
      case TransportAddress.Ip6Address six -> IpAddress.socket(six.ip(), six.port());
      default -> Optional.empty();
    };
  }
}
