package parley.h323.reader;

import java.util.ArrayList;
import java.util.List;
import parley.core.record.Heading;
import parley.core.record.Packet;
import parley.core.transcript.MalformedMessage;
import parley.core.transcript.Transcript;
import parley.h323.capability.CapabilityFormats;
import parley.h323.reader.H323Messages.Entry;
import parley.h323.reader.H323Messages.Opening;

/** Tells core what the H.323 messages of a record say. Pure. */
public final class H323Reader {
  private H323Reader() {}

  public static Transcript read(List<Packet> packets) {
    H323Messages messages = H323Messages.of(packets);
    RegistrationStory registrations = RegistrationStory.of(packets);
    CapabilityFormats formats = CapabilityFormats.standard();
    List<CallStory> calls = new ArrayList<>();
    for (Opening opening : messages.calls()) {
      calls.add(new CallStory(formats, opening.identifier(), opening.caller(), opening.local()));
    }
    List<MalformedMessage> malformed = new ArrayList<>(registrations.malformed());
    for (Entry entry : messages.entries()) {
      if (entry instanceof Entry.Unreadable unreadable) {
        malformed.add(
            new MalformedMessage(unreadable.packet(), unreadable.heading(), unreadable.problem()));
      }
      if (entry.call() >= 0) {
        tell(calls.get(entry.call()), entry);
      }
    }
    calls.forEach(CallStory::end);
    return new Transcript(
        calls.stream().map(CallStory::transcript).toList(),
        registrations.transcripts(),
        malformed,
        messages.entries().size() + registrations.messages());
  }

  private static void tell(CallStory call, Entry entry) {
    switch (entry) {
      case Entry.Signal signal ->
          call.signal(signal.packet(), signal.timeNanos(), signal.heading(), signal.message());
      case Entry.Control control ->
          call.control(control.packet(), control.timeNanos(), control.heading(), control.message());
      case Entry.Closed closed ->
          call.connectionEnded(
              closed.packet(), closed.timeNanos(), closed.heading() == Heading.RECEIVED);
      case Entry.Empty any -> {}
      case Entry.Unreadable any -> {}
    }
  }
}
