package parley.h323.capability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.core.call.Format;
import parley.core.call.MediaKind;
import parley.h323.h245.Capability;
import parley.h323.h245.CapabilityDescriptor;
import parley.h323.h245.CapabilityTableEntry;
import parley.h323.h245.H2250Capability;
import parley.h323.h245.MultiplexCapability;
import parley.h323.h245.TerminalCapabilitySet;

/**
 * What a terminal can do: its capability table and the descriptors that say which entries it can do
 * at once (H.245 clause 7.2 and B.2.2). Everything is kept as it was sent.
 *
 * @param entries by number, in the order written
 * @param descriptors in the order written; each a list of alternative sets of which one entry each
 *     can be in use at the same time, best first
 * @param multiplex how it takes media from the network
 */
public record CapabilityTable(
    Map<Integer, Capability> entries,
    List<Descriptor> descriptors,
    Optional<MultiplexCapability> multiplex) {

  /** Says nothing: the order to pause (H.323 clause 8.4.6). */
  public static final CapabilityTable EMPTY =
      new CapabilityTable(Map.of(), List.of(), Optional.empty());

  /**
   * Sets that can be used together.
   *
   * @param sets of each set one entry, in order of preference
   */
  public record Descriptor(int number, List<List<Integer>> sets) {
    public Descriptor {
      sets = sets.stream().map(List::copyOf).toList();
    }
  }

  /** A format the terminal receives and the entry that says so. */
  public record Receivable(int entry, MediaCapability medium, Format format) {}

  public CapabilityTable {
    entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    descriptors = List.copyOf(descriptors);
  }

  /** Reads the first capability set of a terminal. */
  public static CapabilityTable of(TerminalCapabilitySet set) {
    return EMPTY.updatedBy(set);
  }

  /**
   * What holds after a further set (H.245 clause 8.3.1): it replaces the entries and descriptors it
   * names, takes away those it names without content and leaves the others. One that names nothing
   * leaves nothing.
   */
  public CapabilityTable updatedBy(TerminalCapabilitySet set) {
    if (set.capabilityTable().isEmpty()
        && set.capabilityDescriptors().isEmpty()
        && set.multiplexCapability().isEmpty()) {
      return EMPTY;
    }
    Map<Integer, Capability> table = new LinkedHashMap<>(entries);
    for (CapabilityTableEntry entry : set.capabilityTable().orElse(List.of())) {
      table.remove(entry.capabilityTableEntryNumber());
      entry
          .capability()
          .ifPresent(capability -> table.put(entry.capabilityTableEntryNumber(), capability));
    }
    Map<Integer, Descriptor> sets = new LinkedHashMap<>();
    descriptors.forEach(each -> sets.put(each.number(), each));
    for (CapabilityDescriptor each : set.capabilityDescriptors().orElse(List.of())) {
      int number = each.capabilityDescriptorNumber();
      sets.remove(number);
      each.simultaneousCapabilities()
          .ifPresent(alternatives -> sets.put(number, new Descriptor(number, alternatives)));
    }
    return new CapabilityTable(
        table, List.copyOf(sets.values()), set.multiplexCapability().or(() -> multiplex));
  }

  /** As a message. An empty table is a message without table, descriptors and multiplex. */
  public TerminalCapabilitySet message(int sequenceNumber) {
    TerminalCapabilitySet.Builder builder =
        TerminalCapabilitySet.with()
            .sequenceNumber(sequenceNumber)
            .protocolIdentifier(Identifiers.H245)
            .multiplexCapability(multiplex);
    if (!entries.isEmpty()) {
      builder.capabilityTable(
          entries.entrySet().stream()
              .map(entry -> new CapabilityTableEntry(entry.getKey(), Optional.of(entry.getValue())))
              .toList());
    }
    if (!descriptors.isEmpty()) {
      builder.capabilityDescriptors(
          descriptors.stream()
              .map(each -> new CapabilityDescriptor(each.number(), Optional.of(each.sets())))
              .toList());
    }
    return builder.build();
  }

  /** True where nothing can be received: whoever gets this stops sending. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** What the entry with that number says. */
  public Optional<CapabilityMeaning> meaning(int entry) {
    return Optional.ofNullable(entries.get(entry)).map(CapabilityMeaning::of);
  }

  public List<CapabilityMeaning> meanings() {
    return entries.values().stream().map(CapabilityMeaning::of).toList();
  }

  /** What the terminal takes from an IP network; empty where it says nothing. */
  public Optional<H2250Capability> h2250() {
    return multiplex.flatMap(
        each ->
            each instanceof MultiplexCapability.H2250Capability(var capability)
                ? Optional.of(capability)
                : Optional.empty());
  }

  /**
   * What can be received of one kind, in the terminal's order of preference, which is that of its
   * descriptors; entries that stand in none do not count, unless there are no descriptors at all.
   * Payload types of codecs without a static one count up from 96.
   */
  public List<Receivable> receivable(MediaKind kind, CapabilityFormats formats) {
    List<Integer> modes = Packetization.modes(h2250());
    List<Receivable> found = new ArrayList<>();
    int next = CapabilityFormats.UNSAID;
    for (int number : preferred()) {
      Optional<MediaCapability> medium =
          meaning(number).flatMap(CapabilityMeaning::received).filter(each -> each.kind() == kind);
      if (medium.isPresent()) {
        for (Format format : formats.formats(medium.get(), Math.min(next, 127), modes)) {
          found.add(new Receivable(number, medium.get(), format));
        }
        next += found.getLast().format().payloadType() == next ? 1 : 0;
      }
    }
    return List.copyOf(found);
  }

  private List<Integer> preferred() {
    Set<Integer> order = new java.util.LinkedHashSet<>();
    descriptors.forEach(each -> each.sets().forEach(order::addAll));
    order.retainAll(entries.keySet());
    return List.copyOf(descriptors.isEmpty() ? entries.keySet() : order);
  }

  /**
   * True where the terminal can do all of these at once: some descriptor has a set of its own for
   * each of them. Without any descriptor each entry can be used on its own only, which nobody who
   * leaves them out means, so then everything goes.
   */
  public boolean together(Collection<Integer> numbers) {
    List<Integer> wanted = List.copyOf(numbers);
    return descriptors.isEmpty()
        || descriptors.stream().anyMatch(each -> matched(wanted, each.sets()));
  }

  /** A set for each entry, no set twice: augmenting paths, a handful of entries and sets. */
  private static boolean matched(List<Integer> wanted, List<List<Integer>> sets) {
    int[] taken = new int[sets.size()];
    java.util.Arrays.fill(taken, -1);
    for (int i = 0; i < wanted.size(); i++) {
      if (!assign(i, wanted, sets, taken, new boolean[sets.size()])) {
        return false;
      }
    }
    return true;
  }

  private static boolean assign(
      int wish, List<Integer> wanted, List<List<Integer>> sets, int[] taken, boolean[] tried) {
    for (int set = 0; set < taken.length; set++) {
      if (!tried[set] && sets.get(set).contains(wanted.get(wish))) {
        tried[set] = true;
        if (taken[set] < 0 || assign(taken[set], wanted, sets, taken, tried)) {
          taken[set] = wish;
          return true;
        }
      }
    }
    return false;
  }

  /** Numbers that descriptors use and no entry has (H.245 clause 8.3, undefinedTableEntryUsed). */
  public Set<Integer> undefined() {
    Set<Integer> numbers = new java.util.TreeSet<>();
    descriptors.forEach(each -> each.sets().forEach(numbers::addAll));
    numbers.removeAll(entries.keySet());
    return numbers;
  }

  /** Algorithms with which the medium of an entry can be encrypted, in the order written. */
  public List<parley.h323.per.ObjectIdentifier> encryption(int entry) {
    return meanings().stream()
        .filter(CapabilityMeaning.Encrypted.class::isInstance)
        .map(CapabilityMeaning.Encrypted.class::cast)
        .filter(each -> each.entry() == entry)
        .flatMap(each -> each.algorithms().stream())
        .distinct()
        .toList();
  }

  /** True where the terminal knows H.239. */
  public boolean hasContentControl() {
    return meanings().stream().anyMatch(CapabilityMeaning.ContentControl.class::isInstance);
  }
}
