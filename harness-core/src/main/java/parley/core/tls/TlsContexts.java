package parley.core.tls;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;
import parley.core.call.KeyMaterial;

/** TLS 1.2 and 1.3 for both roles; made when first needed, since a key of one's own takes time. */
public final class TlsContexts {
  private final Optional<KeyMaterial> file;
  private final InetAddress address;
  private @Nullable KeyManagerFactory keys;
  private @Nullable SslContext server;
  private @Nullable SslContext client;

  public TlsContexts(Optional<KeyMaterial> file, InetAddress address) {
    this.file = file;
    this.address = address;
  }

  private KeyManagerFactory keys() throws IOException {
    KeyManagerFactory made = keys;
    if (made == null) {
      made = TlsIdentity.keys(file, address);
      keys = made;
    }
    return made;
  }

  public synchronized SslContext server() throws IOException {
    SslContext made = server;
    if (made == null) {
      made =
          SslContextBuilder.forServer(keys())
              .trustManager(new LabTrust())
              .protocols("TLSv1.3", "TLSv1.2")
              .build();
      server = made;
    }
    return made;
  }

  public synchronized SslContext client() throws IOException {
    SslContext made = client;
    if (made == null) {
      made =
          SslContextBuilder.forClient()
              .keyManager(keys())
              .trustManager(new LabTrust())
              .endpointIdentificationAlgorithm(null)
              .protocols("TLSv1.3", "TLSv1.2")
              .build();
      client = made;
    }
    return made;
  }
}
