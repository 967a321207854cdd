package parley.lab.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import parley.core.call.Format;
import parley.core.call.MediaDescription;
import parley.core.call.MediaDirection;
import parley.core.call.MediaKind;
import parley.core.call.SignallingSetup;
import parley.core.media.live.CallMedia;
import parley.core.media.live.MediaPlane;
import parley.core.plan.Plan;
import parley.core.record.CaptureReader;
import parley.core.record.CaptureWriter;
import parley.core.record.Packet;
import parley.core.suite.CaseRecord;
import parley.sip.agent.SipSignalling;
import parley.sip.reader.SipReader;

/** Our side of calls with sound, outside a suite, with a capture of all it sends and gets. */
final class RecordedSide implements AutoCloseable {
  private final CaptureWriter writer;
  private final SipSignalling signalling;
  private final MediaPlane plane;

  private RecordedSide(CaptureWriter writer, SipSignalling signalling, MediaPlane plane) {
    this.writer = writer;
    this.signalling = signalling;
    this.plane = plane;
  }

  /**
   * Goes live.
   *
   * @param here address to be reached at
   * @param capture file that it writes
   */
  static RecordedSide open(InetAddress here, Path capture) throws IOException {
    CaptureWriter writer = CaptureWriter.create(capture, "Parley", System::nanoTime);
    try {
      SipSignalling signalling =
          SipSignalling.open(
              new SignallingSetup(
                  here,
                  0,
                  "parley",
                  "Parley",
                  Optional.empty(),
                  List.of(),
                  Optional.empty(),
                  writer::message));
      MediaPlane plane =
          new MediaPlane(here, Plan.standard().network().mediaPorts(), writer::datagram);
      return new RecordedSide(writer, signalling, plane);
    } catch (IOException failure) {
      writer.close();
      throw failure;
    }
  }

  SipSignalling signalling() {
    return signalling;
  }

  CallMedia openSound() throws IOException {
    return plane.open(List.of(MediaKind.AUDIO));
  }

  /** An offer or an answer with G.711. */
  static MediaDescription g711(CallMedia media) {
    return new MediaDescription(
        List.of(
            media.describe(
                MediaKind.AUDIO,
                MediaDirection.SENDRECV,
                List.of(new Format(0, "PCMU", 8000), new Format(8, "PCMA", 8000)))));
  }

  /** What a side that is closed now has written, as the judges see it. */
  static CaseRecord record(Path capture) throws IOException {
    List<Packet> packets = CaptureReader.readAll(capture);
    return CaseRecord.of(Plan.standard(), packets, SipReader.read(packets));
  }

  /** Ends calls and capture. */
  @Override
  public void close() throws IOException {
    signalling.close();
    plane.close();
    writer.close();
  }
}
