package parley.h323.agent;

import java.util.List;
import java.util.Optional;
import parley.core.call.CallFailure;
import parley.core.call.IncomingCall;
import parley.core.call.MediaDescription;
import parley.core.call.Refusal;
import parley.h323.h225.AliasAddress;
import parley.h323.h225.SetupUUIE;
import parley.h323.q931.InformationElement;
import parley.h323.q931.ReleaseCause;
import parley.h323.q931.SignalMessage;

/** An H.323 call that waits to be taken. What the caller can do comes later, in H.245. */
public final class H323IncomingCall implements IncomingCall {
  private final H323Call call;
  private final SignalMessage message;
  private final SetupUUIE setup;

  H323IncomingCall(H323Call call, SignalMessage message, SetupUUIE setup) {
    this.call = call;
    this.message = message;
    this.setup = setup;
  }

  /** Lets whoever takes calls decide, on a thread of its own. */
  void offerTo(H323Side side) {
    Thread.ofVirtual()
        .name("incoming call")
        .start(
            () -> {
              try {
                Optional<Refusal> refuses = side.behaviour().refuses();
                if (refuses.isEmpty() && side.membership().joined()) {
                  refuses = side.membership().objection(call.identity(), setup);
                }
                if (refuses.isPresent()) {
                  refuse(refuses.get());
                } else {
                  side.incoming().incoming(this);
                }
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              } catch (Exception failure) {
                call.fail("the call could not be taken: " + failure.getMessage());
              }
            });
  }

  @Override
  public Optional<MediaDescription> offer() {
    return Optional.empty();
  }

  @Override
  public String caller() {
    return name(setup.sourceAddress())
        .or(() -> message.q931().element(InformationElement.DISPLAY).map(InformationElement::text))
        .orElse("somebody without a name");
  }

  @Override
  public String called() {
    return name(setup.destinationAddress())
        .or(
            () ->
                message
                    .q931()
                    .element(InformationElement.CALLED_PARTY_NUMBER)
                    .map(InformationElement::digits))
        .orElse("");
  }

  private static Optional<String> name(Optional<List<AliasAddress>> aliases) {
    return aliases.orElse(List.of()).stream()
        .flatMap(
            alias ->
                switch (alias) {
                  case AliasAddress.DialedDigits(String digits) -> Optional.of(digits).stream();
                  case AliasAddress.H323ID(String name) -> Optional.of(name).stream();
                  case AliasAddress.UrlID(String url) -> Optional.of(url).stream();
                  case AliasAddress.EmailID(String mail) -> Optional.of(mail).stream();
                  default -> Optional.<String>empty().stream();
                })
        .findFirst();
  }

  @Override
  public H323Call call() {
    return call;
  }

  @Override
  public void ring() {
    call.ring();
  }

  @Override
  public H323Call accept(MediaDescription description) throws CallFailure, InterruptedException {
    call.accept(description);
    return call;
  }

  @Override
  public void refuse(Refusal reason) {
    call.release(ReleaseCause.of(reason));
  }
}
