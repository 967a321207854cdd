package parley.h323.fecc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.core.wire.Octets;

/** What the clients' management says (H.224). */
public sealed interface ManagementMessage {
  int CLIENT_LIST = 0x01;
  int EXTRA_CAPABILITIES = 0x02;
  int MESSAGE = 0x00;
  int COMMAND = 0xff;

  /** The clients that are there. */
  record ClientList(List<Listed> clients) implements ManagementMessage {
    public ClientList {
      clients = List.copyOf(clients);
    }
  }

  /**
   * @param extra whether it has more to say by {@link ExtraCapabilities}
   */
  record Listed(ClientId client, boolean extra) {}

  /** Asks for the list. */
  record ClientListCommand() implements ManagementMessage {}

  /** What a client can; the octets are the client's own. */
  record ExtraCapabilities(ClientId client, Octets capabilities) implements ManagementMessage {}

  /** Asks for that. */
  record ExtraCapabilitiesCommand(ClientId client) implements ManagementMessage {}

  /** Anything else, or malformed. */
  record Other(Octets octets, String problem) implements ManagementMessage {}

  /** Reads the data of a frame for {@link ClientId.Standard#MANAGEMENT}. */
  static ManagementMessage read(Octets data) {
    if (data.length() < 2) {
      return new Other(data, "shorter than two octets");
    }
    Octets rest = data.from(2);
    return switch (data.u16(0)) {
      case CLIENT_LIST << 8 | MESSAGE -> list(data, rest);
      case CLIENT_LIST << 8 | COMMAND -> new ClientListCommand();
      case EXTRA_CAPABILITIES << 8 | MESSAGE ->
          ClientId.read(rest)
              .<ManagementMessage>map(
                  id -> new ExtraCapabilities(id, rest.from(id.encode().length())))
              .orElseGet(() -> new Other(data, "cut off in the client's identifier"));
      case EXTRA_CAPABILITIES << 8 | COMMAND ->
          ClientId.read(rest)
              .<ManagementMessage>map(ExtraCapabilitiesCommand::new)
              .orElseGet(() -> new Other(data, "cut off in the client's identifier"));
      default -> new Other(data, "unknown code");
    };
  }

  private static ManagementMessage list(Octets data, Octets rest) {
    if (rest.isEmpty()) {
      return new Other(data, "a list without its length");
    }
    List<Listed> clients = new ArrayList<>();
    int at = 1;
    for (int i = 0; i < rest.u8(0); i++) {
      Optional<ClientId> id = ClientId.read(rest.from(at));
      if (id.isEmpty()) {
        return new Other(data, "a list of " + rest.u8(0) + " cut off after " + i);
      }
      clients.add(new Listed(id.get(), (rest.u8(at) & 0x80) != 0));
      at += id.get().encode().length();
    }
    return new ClientList(clients);
  }

  /** The data of a frame for {@link ClientId.Standard#MANAGEMENT}. */
  default Octets encode() {
    return switch (this) {
      case ClientList(List<Listed> clients) -> {
        List<Octets> parts = new ArrayList<>();
        parts.add(Octets.of(new byte[] {CLIENT_LIST, MESSAGE, (byte) clients.size()}));
        for (Listed listed : clients) {
          byte[] id = listed.client().encode().toArray();
          id[0] |= (byte) (listed.extra() ? 0x80 : 0);
          parts.add(Octets.of(id));
        }
        yield join(parts);
      }
      case ClientListCommand() -> Octets.of(new byte[] {CLIENT_LIST, (byte) COMMAND});
      case ExtraCapabilities(ClientId client, Octets capabilities) -> {
        byte[] id = client.encode().toArray();
        // A client that tells what more it can has more to tell.
        id[0] |= (byte) 0x80;
        yield join(
            List.of(
                Octets.of(new byte[] {EXTRA_CAPABILITIES, MESSAGE}), Octets.of(id), capabilities));
      }
      case ExtraCapabilitiesCommand(ClientId client) -> {
        byte[] id = client.encode().toArray();
        id[0] |= (byte) 0x80;
        yield join(
            List.of(Octets.of(new byte[] {EXTRA_CAPABILITIES, (byte) COMMAND}), Octets.of(id)));
      }
      case Other(Octets octets, String _) -> octets;
    };
  }

  private static Octets join(List<Octets> parts) {
    byte[] out = new byte[parts.stream().mapToInt(Octets::length).sum()];
    int at = 0;
    for (Octets part : parts) {
      part.copyTo(out, at);
      at += part.length();
    }
    return Octets.of(out);
  }
}
