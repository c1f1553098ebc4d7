package hearth.client;

import hearth.client.link.Address;
import hearth.client.link.Link;
import hearth.protocol.Codec;
import hearth.protocol.CodecException;
import hearth.protocol.Frame;
import hearth.protocol.Reply;
import hearth.protocol.Request;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// The first step into a server: makes a person of a name there and an [Identity] for this device.
/// Safe from any thread.
public final class Joining {
  private final Link.Connector connector;
  private final Function<String, Optional<Identity>> known;

  /// A way into servers.
  ///
  /// @param known what this device remembers of the server with an id, asked on the link's thread
  public Joining(Link.Connector connector, Function<String, Optional<Identity>> known) {
    this.connector = connector;
    this.known = known;
  }

  /// Finds out whose server answers there, and joins it. Who has joined that server before, perhaps
  /// at another address, is the same person again, and the name is not used. The future fails with
  /// [JoinException].
  ///
  /// @throws hearth.protocol.FaultException at once where the name itself is not fit
  public CompletableFuture<Identity> join(Address address, String name) {
    var visit = new Visit(address, new Request.Join(name), known);
    connector.open(address, address.key(), visit);
    return visit.identity;
  }

  private static final class Visit implements Link.Listener {
    private final Address address;
    private final Request.Join request;
    private final Function<String, Optional<Identity>> known;
    private final CompletableFuture<Identity> identity = new CompletableFuture<>();

    Visit(Address address, Request.Join request, Function<String, Optional<Identity>> known) {
      this.address = address;
      this.request = request;
      this.known = known;
    }

    @Override
    public void opened(Link link) {
      ask(link, new Request.Hello());
    }

    @Override
    public void received(Link link, String text) {
      try {
        switch (Codec.decode(text)) {
          case Frame.Answer(long _, Reply.Welcome(var server)) -> {
            String shown = link.serverKey();
            if (shown != null && !shown.equals(server.id())) {
              identity.completeExceptionally(new JoinException(Link.Closing.OTHER_KEY));
              link.close();
              return;
            }
            Optional<Identity> before = known.apply(server.id());
            if (before.isEmpty()) {
              ask(link, request);
            } else {
              identity.complete(before.get().at(address));
              link.close();
            }
          }
          case Frame.Answer(long _, Reply.Joined(String token, var overview)) -> {
            identity.complete(
                new Identity(overview.server(), address, overview.me(), request.name(), token));
            link.close();
          }
          case Frame.Refusal refusal -> {
            identity.completeExceptionally(new JoinException(refusal.why()));
            link.close();
          }
          case Frame.Notice _ -> {} // the place is busy already; the client asks again for all
          case Frame.Answer _, Frame.Call _ -> link.close();
        }
      } catch (CodecException notOurLanguage) {
        identity.completeExceptionally(new JoinException(Link.Closing.NOT_HEARTH));
        link.close();
      }
    }

    private static void ask(Link link, Request what) {
      link.send(Codec.encode(new Frame.Call(OptionalLong.of(1), what)));
    }

    @Override
    public void closed(Link link, Link.Closing why) {
      Link.Closing reason = why == Link.Closing.LEFT ? Link.Closing.NOT_HEARTH : why;
      identity.completeExceptionally(new JoinException(reason)); // unless it was complete before
    }
  }
}
