package parley.profiles;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a device or MCU is said to support; each value with its source and confidence.
 *
 * @param name as plans name it
 * @param kind device or MCU
 * @param simulated true where it describes no product of anybody
 * @param maker who makes it
 * @param product what it is sold as
 * @param patterns how its User-Agent or vendor identifier reads, '*' for anything
 * @param audio audio codecs in order
 * @param video video codecs in order
 * @param content ways to share content: {@code h239}, {@code bfcp-udp}, {@code bfcp-tcp}
 * @param ports by use, as text: {@code 5060}, {@code 49152-65535}
 * @param quirks what it is known to do unlike others
 */
public record Profile(
    String name,
    DeviceKind kind,
    boolean simulated,
    Known<String> maker,
    Known<String> product,
    List<Known<String>> patterns,
    CodecList audio,
    CodecList video,
    List<Known<String>> content,
    Map<String, Known<String>> ports,
    List<Known<String>> quirks) {

  public Profile {
    patterns = List.copyOf(patterns);
    content = List.copyOf(content);
    ports = Collections.unmodifiableMap(new TreeMap<>(ports));
    quirks = List.copyOf(quirks);
  }

  /** The port of a use; unknown where the profile says nothing. */
  public Known<String> port(String use) {
    return ports.getOrDefault(use, Known.unknown("nothing is said"));
  }

  /** Whether a product text, such as a User-Agent, reads like this one. */
  public boolean recognises(String productText) {
    return patterns.stream()
        .flatMap(pattern -> pattern.value().stream())
        .anyMatch(pattern -> matches(pattern, productText));
  }

  private static boolean matches(String pattern, String text) {
    String expression =
        Arrays.stream(pattern.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL)
        .matcher(text)
        .matches();
  }
}
