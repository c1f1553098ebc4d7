package hearth.client;

import hearth.client.link.Address;
import hearth.client.link.Link;
import hearth.client.store.Identity;
import hearth.protocol.Frame;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.ServerInfo;
import hearth.protocol.UserId;
import hearth.protocol.json.Codec;
import hearth.protocol.json.CodecException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The first step into a server: makes a person of a name there and an [Identity] for this device.
/// Safe from any thread.
public final class Joining {
  private final Link.Connector connector;
  private final Memory memory;

  /// A way into servers.
  public Joining(Link.Connector connector, Memory memory) {
    this.connector = connector;
    this.memory = memory;
  }

  /// What a device remembers of servers. Asked on the link's thread; may read and write the disk.
  public interface Memory {
    /// Who this device is on a server that it has joined before.
    Optional<Identity> find(String serverId);

    /// The token for joining a server under a name: the same whenever it is asked again, until that
    /// has succeeded.
    String token(String serverId, String name);
  }

  /// Finds out whose server answers there, and joins it. Who has joined that server before, perhaps
  /// at another address, is the same person again, and the name is not used. Where an answer was
  /// lost, the same name can simply be asked for again. The future fails with [JoinException].
  ///
  /// @throws hearth.protocol.FaultException at once where the name itself is not fit
  public CompletableFuture<Identity> join(Address address, String name) {
    String fit = ServerInfo.checkedName(name);
    var visit = new Visit(address, fit, memory);
    connector.open(address, address.key(), visit);
    return visit.identity;
  }

  private static final class Visit implements Link.Listener {
    private final Address address;
    private final String name;
    private final Memory memory;
    private final CompletableFuture<Identity> identity = new CompletableFuture<>();
    private volatile @Nullable ServerInfo server;
    private volatile String token = "";

    Visit(Address address, String name, Memory memory) {
      this.address = address;
      this.name = name;
      this.memory = memory;
    }

    @Override
    public void opened(Link link) {
      ask(link, new Request.Hello());
    }

    @Override
    public void received(Link link, String text) {
      try {
        switch (Codec.decode(text)) {
          case Frame.ResponseFrame(long _, Response.Welcome welcome) ->
              welcomed(link, welcome.server());
          case Frame.ResponseFrame(long _, Response.Joined(UserId me)) -> joined(link, me);
          case Frame.ErrorFrame error -> end(link, new JoinException(error.why()));
          // The server is busy already; the client asks again for all.
          case Frame.NotificationFrame _, Frame.UnknownFrame _ -> {}
          case Frame.ResponseFrame _, Frame.RequestFrame _ -> link.close();
        }
      } catch (CodecException notOurLanguage) {
        end(link, new JoinException(Link.Closing.NOT_HEARTH));
      } catch (RuntimeException refused) {
        identity.completeExceptionally(refused);
        link.close();
      }
    }

    private void welcomed(Link link, ServerInfo known) {
      String shown = link.serverKey();
      if (shown != null && !shown.equals(known.id())) {
        end(link, new JoinException(Link.Closing.OTHER_KEY));
        return;
      }
      Optional<Identity> before = memory.find(known.id());
      if (before.isPresent()) {
        identity.complete(before.get().at(address));
        link.close();
      } else {
        server = known;
        token = memory.token(known.id(), name);
        ask(link, new Request.Join(name, token));
      }
    }

    private void joined(Link link, UserId me) {
      ServerInfo known = server;
      if (known != null) {
        identity.complete(new Identity(known, address, me, name, token));
      }
      link.close();
    }

    private void end(Link link, JoinException why) {
      identity.completeExceptionally(why);
      link.close();
    }

    private static void ask(Link link, Request what) {
      link.send(Codec.encode(new Frame.RequestFrame(OptionalLong.of(1), what)));
    }

    @Override
    public void closed(Link link, Link.Closing why) {
      Link.Closing reason = why == Link.Closing.LEFT ? Link.Closing.NOT_HEARTH : why;
      identity.completeExceptionally(new JoinException(reason)); // unless it was complete before
    }
  }
}
