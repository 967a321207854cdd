package parley.h323.capability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.call.MediaDescription;
import parley.core.call.MediaLine;
import parley.h323.h245.AudioTelephonyEventCapability;
import parley.h323.h245.Capability;
import parley.h323.h245.CapabilityIdentifier;
import parley.h323.h245.ConferenceCapability;
import parley.h323.h245.GenericCapability;
import parley.h323.h245.H2250Capability;
import parley.h323.h245.H235SecurityCapability;
import parley.h323.h245.MediaDistributionCapability;
import parley.h323.h245.MultiplexCapability;
import parley.h323.h245.MultipointCapability;
import parley.h323.h245.UserInputCapability;

/** Makes the capability table of a terminal of ours from what it is ready to send and receive. */
public final class OwnCapabilities {
  private static final int FIRST_ENCRYPTION = 1_001;

  private final CapabilityFormats formats;
  private final TerminalFeatures features;
  private final Map<Integer, Capability> entries = new LinkedHashMap<>();
  private final List<List<Integer>> sets = new ArrayList<>();
  private int next = 1;

  private OwnCapabilities(CapabilityFormats formats, TerminalFeatures features) {
    this.formats = formats;
    this.features = features;
  }

  /**
   * The table: for each line that receives one set of alternatives in the order of its formats, and
   * sets for what else the terminal can do; all of it at once. What could not be read is left out.
   * Where no line receives the table is empty, which is the order to pause.
   */
  public static CapabilityTable of(
      MediaDescription media, TerminalFeatures features, CapabilityFormats formats) {
    List<MediaLine> receiving =
        media.lines().stream()
            .filter(line -> !line.refused() && line.direction().receives())
            .toList();
    return receiving.isEmpty()
        ? CapabilityTable.EMPTY
        : new OwnCapabilities(formats, features).table(receiving);
  }

  private CapabilityTable table(List<MediaLine> lines) {
    lines.forEach(this::line);
    if (features.content()) {
      alternatives(
          List.of(
              new Capability.GenericControlCapability(
                  GenericCapability.with()
                      .capabilityIdentifier(
                          new CapabilityIdentifier.Standard(Identifiers.H239_CONTROL))
                      .build())));
    }
    if (features.oldFarEndCamera()) {
      alternatives(
          List.of(
              new Capability.ReceiveAndTransmitDataApplicationCapability(DataFormats.oldH224())));
    }
    userInput();
    if (features.chairControl()) {
      alternatives(
          List.of(
              new Capability.ConferenceCapability(
                  ConferenceCapability.with()
                      .chairControlCapability(true)
                      .videoIndicateMixingCapability(false)
                      .build())));
    }
    if (features.pendingReplacements() > 0) {
      alternatives(
          List.of(new Capability.MaxPendingReplacementFor(features.pendingReplacements())));
    }
    List<Format> all = lines.stream().flatMap(line -> line.formats().stream()).toList();
    return new CapabilityTable(
        entries, List.of(new CapabilityTable.Descriptor(0, sets)), Optional.of(multiplex(all)));
  }

  private void line(MediaLine line) {
    List<Integer> alternatives = new ArrayList<>();
    List<MediaCapability> written = new ArrayList<>();
    for (Format format : line.formats()) {
      // Two packetization modes of H.264 are one capability; the multiplex names the modes.
      formats
          .offered(line.kind(), format)
          .filter(medium -> !isEvent(format) && !written.contains(medium))
          .ifPresent(
              medium -> {
                written.add(medium);
                alternatives.addAll(entry(medium));
              });
    }
    if (!alternatives.isEmpty()) {
      sets.add(alternatives);
    }
  }

  private static boolean isEvent(Format format) {
    return format.is("telephone-event");
  }

  private List<Integer> entry(MediaCapability medium) {
    int number = next++;
    entries.put(
        number,
        switch (medium) {
          case MediaCapability.Audio(var audio) -> new Capability.ReceiveAudioCapability(audio);
          case MediaCapability.Video(var video) -> new Capability.ReceiveVideoCapability(video);
          case MediaCapability.Data(var data) ->
              new Capability.ReceiveAndTransmitDataApplicationCapability(data);
        });
    if (features.encryption().isEmpty()) {
      return List.of(number);
    }
    int encrypted = FIRST_ENCRYPTION + number - 1;
    entries.put(
        encrypted,
        new Capability.H235SecurityCapability(
            H235SecurityCapability.with()
                .encryptionAuthenticationAndIntegrity(Encryption.of(features.encryption()))
                .mediaCapability(number)
                .build()));
    return List.of(number, encrypted);
  }

  private void userInput() {
    List<Capability> kinds = new ArrayList<>();
    if (features.digits()) {
      kinds.add(new Capability.ReceiveUserInputCapability(new UserInputCapability.BasicString()));
      kinds.add(new Capability.ReceiveUserInputCapability(new UserInputCapability.Dtmf()));
    }
    if (features.telephoneEvents() != 0) {
      kinds.add(
          new Capability.ReceiveRTPAudioTelephonyEventCapability(
              AudioTelephonyEventCapability.with()
                  .dynamicRTPPayloadType(features.telephoneEvents())
                  .audioTelephoneEvent("0-15")
                  .build()));
    }
    if (!kinds.isEmpty()) {
      alternatives(kinds);
    }
  }

  private void alternatives(List<Capability> capabilities) {
    List<Integer> numbers = new ArrayList<>();
    for (Capability capability : capabilities) {
      entries.put(next, capability);
      numbers.add(next++);
    }
    sets.add(numbers);
  }

  private static MultiplexCapability multiplex(List<Format> all) {
    MultipointCapability none =
        MultipointCapability.with()
            .multicastCapability(false)
            .multiUniCastConference(false)
            .mediaDistributionCapability(
                List.of(
                    MediaDistributionCapability.with()
                        .centralizedControl(false)
                        .distributedControl(false)
                        .centralizedAudio(false)
                        .distributedAudio(false)
                        .centralizedVideo(false)
                        .distributedVideo(false)
                        .build()))
            .build();
    return new MultiplexCapability.H2250Capability(
        H2250Capability.with()
            .maximumAudioDelayJitter(250)
            .receiveMultipointCapability(none)
            .transmitMultipointCapability(none)
            .receiveAndTransmitMultipointCapability(none)
            .mcCapability(
                H2250Capability.McCapability.with()
                    .centralizedConferenceMC(false)
                    .decentralizedConferenceMC(false)
                    .build())
            .rtcpVideoControlCapability(false)
            .mediaPacketizationCapability(Packetization.capability(all))
            .logicalChannelSwitchingCapability(false)
            .t120DynamicPortCapability(true)
            .build());
  }
}
