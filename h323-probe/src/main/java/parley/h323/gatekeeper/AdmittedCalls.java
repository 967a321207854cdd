package parley.h323.gatekeeper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.core.wire.Octets;

/** The calls there are, and the bandwidth they take together. */
final class AdmittedCalls {
  private final Map<Octets, AdmittedCall> calls = new LinkedHashMap<>();

  int size() {
    return calls.size();
  }

  List<AdmittedCall> all() {
    return List.copyOf(calls.values());
  }

  Optional<AdmittedCall> get(Octets callId) {
    return Optional.ofNullable(calls.get(callId));
  }

  void put(AdmittedCall call) {
    calls.put(call.callId(), call);
  }

  void remove(Octets callId) {
    calls.remove(callId);
  }

  /** Bandwidth of all calls but this one. */
  long bandwidthBeside(Octets callId) {
    return calls.values().stream()
        .filter(call -> !call.callId().equals(callId))
        .mapToLong(AdmittedCall::bandwidth)
        .sum();
  }

  /** Those this endpoint has a part in. */
  List<AdmittedCall> of(String endpoint) {
    return calls.values().stream().filter(call -> call.legs().contains(endpoint)).toList();
  }
}
