package parley.h323.security;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.h323.h245.Capability;
import parley.h323.h245.CapabilityDescriptor;
import parley.h323.h245.CapabilityTableEntry;
import parley.h323.h245.EncryptionAuthenticationAndIntegrity;
import parley.h323.h245.H235SecurityCapability;
import parley.h323.h245.MediaEncryptionAlgorithm;

/**
 * A capability table and its descriptors with media encryption: beside each medium stands an
 * h235SecurityCapability that refers to it, and which of the two may be opened the descriptors say.
 */
public record SecuredCapabilities(
    List<CapabilityTableEntry> table, List<CapabilityDescriptor> descriptors) {
  private static final int FIRST_TRIED = 100;
  private static final int MOST_ENTRIES = 65_535;

  public SecuredCapabilities {
    table = List.copyOf(table);
    descriptors = List.copyOf(descriptors);
  }

  /**
   * Adds security to every medium.
   *
   * @param required whether media in clear shall not be opened
   */
  static SecuredCapabilities of(
      List<CapabilityTableEntry> table,
      List<CapabilityDescriptor> descriptors,
      List<MediaCipher> ciphers,
      boolean required) {
    Set<Integer> taken = new HashSet<>();
    table.forEach(entry -> taken.add(entry.capabilityTableEntryNumber()));
    Map<Integer, Integer> secured = new LinkedHashMap<>();
    List<CapabilityTableEntry> out = new ArrayList<>();
    for (CapabilityTableEntry entry : table) {
      out.add(entry);
      int number = entry.capabilityTableEntryNumber();
      if (entry.capability().filter(SecuredCapabilities::isMedia).isPresent()) {
        int free = free(number, taken);
        secured.put(number, free);
        out.add(
            CapabilityTableEntry.with()
                .capabilityTableEntryNumber(free)
                .capability(
                    new Capability.H235SecurityCapability(
                        H235SecurityCapability.with()
                            .encryptionAuthenticationAndIntegrity(algorithms(ciphers))
                            .mediaCapability(number)
                            .build()))
                .build());
      }
    }
    return new SecuredCapabilities(
        out, descriptors.stream().map(one -> with(one, secured, required)).toList());
  }

  private static CapabilityDescriptor with(
      CapabilityDescriptor descriptor, Map<Integer, Integer> secured, boolean required) {
    return CapabilityDescriptor.with()
        .capabilityDescriptorNumber(descriptor.capabilityDescriptorNumber())
        .simultaneousCapabilities(
            descriptor
                .simultaneousCapabilities()
                .map(
                    sets ->
                        sets.stream().map(set -> alternatives(set, secured, required)).toList()))
        .build();
  }

  private static List<Integer> alternatives(
      List<Integer> set, Map<Integer, Integer> secured, boolean required) {
    List<Integer> out = new ArrayList<>();
    for (Integer number : set) {
      Integer security = secured.get(number);
      if (security == null || !required) {
        out.add(number);
      }
      if (security != null) {
        out.add(security);
      }
    }
    return out;
  }

  /**
   * A hundred above where that is free, so that a reader of the table sees what belongs together.
   */
  private static int free(int number, Set<Integer> taken) {
    int free = Math.min(number + FIRST_TRIED, MOST_ENTRIES);
    while (!taken.add(free)) {
      free = free % MOST_ENTRIES + 1;
    }
    return free;
  }

  private static boolean isMedia(Capability capability) {
    return switch (capability) {
      case Capability.ReceiveVideoCapability _,
          Capability.TransmitVideoCapability _,
          Capability.ReceiveAndTransmitVideoCapability _,
          Capability.ReceiveAudioCapability _,
          Capability.TransmitAudioCapability _,
          Capability.ReceiveAndTransmitAudioCapability _,
          Capability.ReceiveDataApplicationCapability _,
          Capability.TransmitDataApplicationCapability _,
          Capability.ReceiveAndTransmitDataApplicationCapability _ ->
          true;
      default -> false;
    };
  }

  static EncryptionAuthenticationAndIntegrity algorithms(List<MediaCipher> ciphers) {
    return EncryptionAuthenticationAndIntegrity.with()
        .encryptionCapability(
            ciphers.stream()
                .<MediaEncryptionAlgorithm>map(
                    cipher -> new MediaEncryptionAlgorithm.Algorithm(cipher.identifier()))
                .toList())
        .build();
  }

  /** The ciphers somebody names, in that order, as far as they are known here. */
  static List<MediaCipher> ciphers(EncryptionAuthenticationAndIntegrity said) {
    return said.encryptionCapability().orElse(List.of()).stream()
        .filter(MediaEncryptionAlgorithm.Algorithm.class::isInstance)
        .map(MediaEncryptionAlgorithm.Algorithm.class::cast)
        .flatMap(algorithm -> MediaCipher.of(algorithm.value()).stream())
        .toList();
  }

  /**
   * What the other side can decrypt: the ciphers of each capability that a security capability
   * refers to, by the number of the medium.
   */
  public static Map<Integer, List<MediaCipher>> read(List<CapabilityTableEntry> table) {
    Map<Integer, List<MediaCipher>> out = new LinkedHashMap<>();
    for (CapabilityTableEntry entry : table) {
      if (entry.capability().orElse(null)
          instanceof Capability.H235SecurityCapability(H235SecurityCapability security)) {
        List<MediaCipher> ciphers = ciphers(security.encryptionAuthenticationAndIntegrity());
        if (!ciphers.isEmpty()) {
          out.put(security.mediaCapability(), ciphers);
        }
      }
    }
    return out;
  }
}
