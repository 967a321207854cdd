package parley.core.evidence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import parley.core.wire.Octets;

/**
 * Checks a bundle from its octets alone, offline. A damaged bundle gives a report that names the
 * damage; nothing is thrown.
 */
public final class BundleVerifier {
  private final TrustAnchors anchors;

  public BundleVerifier(TrustAnchors anchors) {
    this.anchors = anchors;
  }

  /** Without trust anchors: the report says who signed, and you decide whether to believe it. */
  public static BundleReport verify(Path bundle) {
    return new BundleVerifier(TrustAnchors.NONE).check(bundle);
  }

  public BundleReport check(Path bundle) {
    try (FileChannel channel = FileChannel.open(bundle, StandardOpenOption.READ)) {
      return check(BundleOctets.of(channel));
    } catch (NoSuchFileException e) {
      return unreadable(bundle + " is not there");
    } catch (IOException e) {
      return unreadable(bundle + " cannot be read (" + Signer.reason(e) + ")");
    }
  }

  public BundleReport check(BundleOctets bundle) {
    try {
      return new Verification(bundle, anchors).report();
    } catch (IOException e) {
      return unreadable("the bundle cannot be read (" + Signer.reason(e) + ")");
    } catch (RuntimeException e) {
      // A defect of ours, found by octets nobody thought of: still no verified bundle.
      return unreadable("the bundle cannot be understood (" + e + ")");
    }
  }

  private static BundleReport unreadable(String why) {
    return new BundleReport(
        new ContainerState.Unreadable(why),
        Optional.empty(),
        List.of(),
        new SignatureState.Invalid("not read"),
        new TimeState.NotRead(),
        new TrustState.NotAsked(),
        new TrustState.NotAsked());
  }

  /** One walk through the questions; each answer stands on the ones before. */
  private static final class Verification {
    private final BundleOctets source;
    private final TrustAnchors anchors;
    private final ContainerReader.Reading reading;
    private TimeState time = new TimeState.NotRead();
    private TrustState trust = new TrustState.NotAsked();
    private TrustState authorityTrust = new TrustState.NotAsked();

    Verification(BundleOctets source, TrustAnchors anchors) throws IOException {
      this.source = source;
      this.anchors = anchors;
      this.reading = ContainerReader.read(source);
    }

    BundleReport report() throws IOException {
      Optional<Octets> manifestOctets = content(EntryNames.MANIFEST, ManifestForm.LARGEST);
      Optional<Manifest> manifest = Optional.empty();
      Optional<String> problem = Optional.of("the manifest is not there, or far too large");
      if (manifestOctets.isPresent()) {
        try {
          manifest = Optional.of(ManifestForm.read(manifestOctets.get()));
          problem = Optional.empty();
        } catch (XMLStreamException | RuntimeException e) {
          problem = Optional.of("the manifest is damaged (" + Signer.reason(e) + ")");
        }
      }
      boolean announced = manifest.map(Manifest::timeStamped).orElse(false);
      SignatureState signature = signature(manifestOctets, announced);
      return new BundleReport(
          container(),
          problem,
          manifest.map(this::files).orElse(List.of()),
          signature,
          time,
          trust,
          authorityTrust);
    }

    private ContainerState container() throws IOException {
      return reading.deviation().isPresent()
          ? new ContainerState.Deviates(reading.deviation().get())
          : new ContainerState.Canonical(reading.entries().size(), source.size());
    }

    private List<FileState> files(Manifest manifest) {
      Map<String, FileState> states = new TreeMap<>(EntryNames.ORDER);
      for (Manifest.Reference signed : manifest.files()) {
        FileState state =
            reading
                .entry(signed.name())
                .<FileState>map(found -> compare(signed, found))
                .orElseGet(() -> new FileState.Missing(signed.name()));
        states.put(signed.name(), state);
      }
      for (StoredEntry found : reading.entries()) {
        if (EntryNames.isPayload(found.name())) {
          states.putIfAbsent(found.name(), new FileState.Added(found.name()));
        }
      }
      return new ArrayList<>(states.values());
    }

    private static FileState compare(Manifest.Reference signed, StoredEntry found) {
      return found.sha256().equals(signed.sha256())
          ? new FileState.Same(signed.name(), found.header().size(), found.sha256())
          : new FileState.Changed(signed.name(), signed.sha256(), found.sha256());
    }

    private SignatureState signature(Optional<Octets> manifest, boolean announced)
        throws IOException {
      Optional<Octets> octets = content(EntryNames.SIGNATURE, CadesSignature.LARGEST);
      if (octets.isEmpty()) {
        return new SignatureState.Invalid("the signature is not there, or far too large");
      }
      try {
        CadesSignature signature = CadesSignature.parse(octets.get());
        time = time(signature, announced);
        if (manifest.isEmpty()) {
          return new SignatureState.Invalid("there is no manifest that it could be valid for");
        }
        return check(signature, manifest.get());
      } catch (IOException | GeneralSecurityException | RuntimeException | StackOverflowError e) {
        return new SignatureState.Invalid("the signature is damaged: " + Signer.reason(e));
      }
    }

    private SignatureState check(CadesSignature signature, Octets manifest)
        throws IOException, GeneralSecurityException {
      SignatureScheme scheme = signature.scheme();
      if (!CadesSignature.digest(scheme, manifest).equals(signature.contentDigest())) {
        return new SignatureState.Invalid("the signature is that of another manifest");
      }
      if (!scheme.lowForm(signature.value()).equals(signature.value())
          || !scheme.verify(
              BouncyCastle.publicKey(signature.signer()),
              signature.signedOctets(),
              signature.value())) {
        return new SignatureState.Invalid("the signature is not that of the certificate's key");
      }
      Instant when =
          time instanceof TimeState.Stamped stamped ? stamped.time() : signature.claimedTime();
      trust = anchors.check(signature.chain(), when);
      return new SignatureState.Valid(
          Signatory.of(signature.signer()), scheme.signatureName(), signature.claimedTime());
    }

    private TimeState time(CadesSignature signature, boolean announced) {
      if (signature.token().isEmpty()) {
        return announced
            ? new TimeState.Invalid("it is announced in the manifest, but not there")
            : new TimeState.Untimestamped();
      }
      if (!announced) {
        return new TimeState.Invalid("there is one, but the manifest announces none");
      }
      try {
        TimeStampForm.Sound sound = TimeStampForm.check(signature.token().get(), signature.value());
        Instant stamped = sound.contents().getGenTime().toInstant();
        authorityTrust = anchors.check(sound.chain(), stamped);
        return new TimeState.Stamped(
            stamped,
            Signatory.of(sound.chain().getFirst()),
            sound.contents().getSerialNumber(),
            sound.contents().getPolicy().getId());
      } catch (IOException | GeneralSecurityException e) {
        return new TimeState.Invalid(Signer.reason(e));
      }
    }

    private Optional<Octets> content(String name, int largest) throws IOException {
      Optional<StoredEntry> entry = reading.entry(name);
      if (entry.isEmpty() || entry.get().header().size() > largest) {
        return Optional.empty();
      }
      ZipForm.Entry header = entry.get().header();
      return Optional.of(source.slice(header.dataOffset(), (int) header.size()));
    }
  }
}
