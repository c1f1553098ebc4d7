package hearth.client;

import hearth.client.link.Address;
import hearth.client.link.Link;
import hearth.client.store.Identity;
import hearth.client.store.JoinMemory;
import hearth.protocol.DeviceCode;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.ServerInfo;
import hearth.protocol.User;
import hearth.protocol.UserId;
import hearth.protocol.json.Codec;
import hearth.protocol.json.CodecException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The first step into a server: makes a person of a name there and an [Identity] for this device.
/// Safe from any thread.
public final class Joining {
  /// How long a server may take for all of it.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Link.Connector connector;
  private final JoinMemory memory;
  private final Supplier<String> device;
  private final Duration patience;

  /// A way into servers, for a device that does not say what it is called.
  public Joining(Link.Connector connector, JoinMemory memory) {
    this(connector, memory, PATIENCE);
  }

  /// A way into servers.
  ///
  /// @param device what the device is called, in the form that servers take; may wait for network
  ///   or disk
  public Joining(Link.Connector connector, JoinMemory memory, Supplier<String> device) {
    this(connector, memory, device, PATIENCE);
  }

  Joining(Link.Connector connector, JoinMemory memory, Duration patience) {
    this(connector, memory, () -> "", patience);
  }

  private Joining(
      Link.Connector connector, JoinMemory memory, Supplier<String> device, Duration patience) {
    this.connector = connector;
    this.memory = memory;
    this.device = device;
    this.patience = patience;
  }

  /// Finds out whose server answers there, and joins it. Who has joined that server before, perhaps
  /// at another address, is the same person again, and the name is not used, unless the server does
  /// not know that device any more. Where an answer was lost, it can simply be asked again, under
  /// whatever name: one device makes one person. The future fails with [JoinException]; cancelling
  /// it closes the connection.
  ///
  /// @throws hearth.protocol.FaultException at once where the name itself is not fit
  public CompletableFuture<Identity> join(Address address, String name) {
    return visit(new Visit(address, ServerInfo.checkedName(name), null, memory, device));
  }

  /// Adds this device to the person who has made a code on another one. Where an answer was lost,
  /// the same code can be asked again. Who this device is there already does not matter. The future
  /// fails as above, with `METHOD_UNKNOWN` where the server is too old for it.
  public CompletableFuture<Identity> link(Address address, DeviceCode code) {
    return visit(new Visit(address, "", code, memory, device));
  }

  private CompletableFuture<Identity> visit(Visit visit) {
    Address address = visit.address;
    Link link = connector.open(address, address.key(), visit);
    var _ = visit.identity.whenComplete((_, _) -> link.close());
    CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> visit.end(link, Link.Closing.SILENT));
    return visit.identity;
  }

  /// One visit: `hello`, then `resume`, `join` or `linkDevice`. An answer to anything else ends it.
  ///
  /// A token with which joining was tried before may be known to the server, though its answer
  /// never came: so it is resumed first, and again if the server turns out to know it under another
  /// name.
  private static final class Visit implements Link.Listener {
    private static final long HELLO = 1;
    private static final long RESUME = 2;
    private static final long JOIN = 3;
    private static final long RESUME_ATTEMPT = 4;
    private static final long RESUME_JOINED = 5;
    private static final long LINK = 6;

    private final Address address;
    private final String name;
    private final @Nullable DeviceCode code;
    private final JoinMemory memory;
    private final Supplier<String> device;
    private final CompletableFuture<Identity> identity = new CompletableFuture<>();
    private volatile long asked;
    private volatile @Nullable ServerInfo server;
    private volatile @Nullable Identity before;
    private volatile String token = "";

    Visit(
        Address address,
        String name,
        @Nullable DeviceCode code,
        JoinMemory memory,
        Supplier<String> device) {
      this.address = address;
      this.name = name;
      this.code = code;
      this.memory = memory;
      this.device = device;
    }

    @Override
    public void opened(Link link) {
      ask(link, HELLO, new Request.Hello());
    }

    @Override
    public void received(Link link, String text) {
      try {
        switch (Codec.decode(text)) {
          case Frame.ResponseFrame(long id, Response response) -> answered(link, id, response);
          case Frame.ErrorFrame error -> refused(link, error.why());
          // The server is busy already; the client asks again for all.
          case Frame.NotificationFrame _, Frame.UnknownFrame _ -> {}
          case Frame.RequestFrame _ -> end(link, Link.Closing.BREACH);
        }
      } catch (CodecException notOurLanguage) {
        end(link, server == null ? Link.Closing.NOT_HEARTH : Link.Closing.BREACH);
      } catch (RuntimeException refused) {
        identity.completeExceptionally(refused);
        link.close();
      }
    }

    private void answered(Link link, long id, Response response) {
      ServerInfo known = server;
      Identity remembered = before;
      if (id != asked) {
        end(link, Link.Closing.BREACH);
      } else if (id == HELLO && response instanceof Response.Welcome welcome) {
        welcomed(link, welcome);
      } else if (id == RESUME && remembered != null && response instanceof Response.Resumed it) {
        resumed(link, it, remembered);
      } else if (id == JOIN
          && known != null
          && response instanceof Response.Joined(UserId me, String _)) {
        identity.complete(new Identity(known, address, me, name, token));
        link.close();
      } else if (id == LINK && known != null && response instanceof Response.Joined joined) {
        identity.complete(new Identity(known, address, joined.me(), fit(joined.name()), token));
        link.close();
      } else if ((id == RESUME_ATTEMPT || id == RESUME_JOINED)
          && known != null
          && response instanceof Response.Resumed it) {
        resumed(link, it, new Identity(known, address, it.me(), nameOf(it), token));
      } else {
        end(link, Link.Closing.BREACH);
      }
    }

    private void welcomed(Link link, Response.Welcome welcome) {
      ServerInfo known = welcome.server();
      List<Identity> all = memory.find(known.id());
      Optional<Link.Closing> objection =
          ServerTrust.objection(address, link.serverKey(), known.id(), null)
              .or(() -> ServerTrust.objection(address, all));
      if (objection.isPresent()) {
        end(link, objection.get());
        return;
      }
      server = known;
      DeviceCode by = code;
      if (by != null) {
        link(link, welcome, by);
        return;
      }
      Optional<Identity> usable = ServerTrust.usable(address, all);
      if (usable.isPresent()) {
        before = usable.get();
        ask(link, RESUME, new Request.Resume(usable.get().token()));
      } else {
        attempt(link, known);
      }
    }

    private void link(Link link, Response.Welcome welcome, DeviceCode by) {
      if (welcome.capabilities().offers("devices")) {
        token = memory.attempt(welcome.server().id(), address.plain(), by).token();
        ask(link, LINK, new Request.LinkDevice(by, token, device.get()));
      } else {
        fail(link, new FaultException(Fault.METHOD_UNKNOWN));
      }
    }

    /// A name that is not fit is learnt when the device comes back.
    private static String fit(String said) {
      try {
        return ServerInfo.chosenName(said);
      } catch (FaultException unfit) {
        return "";
      }
    }

    private void attempt(Link link, ServerInfo known) {
      JoinMemory.Attempt attempt = memory.attempt(known.id(), address.plain());
      token = attempt.token();
      if (attempt.again()) {
        ask(link, RESUME_ATTEMPT, new Request.Resume(token));
      } else {
        ask(link, JOIN, new Request.Join(name, token, device.get()));
      }
    }

    /// The name under which this device has joined before, if the server says it.
    private String nameOf(Response.Resumed resumed) {
      return resumed.overview().people().stream()
          .filter(user -> user.id().equals(resumed.me()))
          .map(User::name)
          .findFirst()
          .orElse(name);
    }

    private void resumed(Link link, Response.Resumed resumed, Identity remembered) {
      String id = resumed.welcome().server().id();
      Optional<Link.Closing> objection =
          ServerTrust.objection(address, link.serverKey(), id, remembered.server().id());
      if (objection.isPresent() || !resumed.me().equals(remembered.me())) {
        end(link, Link.Closing.OTHER_SERVER);
      } else {
        identity.complete(remembered.at(address));
        link.close();
      }
    }

    private void refused(Link link, FaultException why) {
      ServerInfo known = server;
      Identity remembered = before;
      if (asked == RESUME && known != null && why.fault() == Fault.TOKEN_UNKNOWN) {
        attempt(link, known);
      } else if (remembered != null && known != null && why.fault() == Fault.DEVICE_SIGNED_OUT) {
        before = null;
        memory.forget(remembered);
        attempt(link, known);
      } else if (asked == RESUME_ATTEMPT && why.fault() == Fault.TOKEN_UNKNOWN) {
        ask(link, JOIN, new Request.Join(name, token, device.get()));
      } else if (asked == JOIN && why.fault() == Fault.PARAMS_INVALID) {
        ask(link, RESUME_JOINED, new Request.Resume(token));
      } else {
        fail(link, why);
      }
    }

    private void fail(Link link, FaultException why) {
      identity.completeExceptionally(new JoinException(why));
      link.close();
    }

    private void end(Link link, Link.Closing why) {
      identity.completeExceptionally(new JoinException(why)); // unless it was complete before
      link.close();
    }

    private void ask(Link link, long id, Request what) {
      asked = id;
      link.send(Codec.encode(new Frame.RequestFrame(OptionalLong.of(id), what)));
    }

    @Override
    public void closed(Link link, Link.Closing why) {
      Link.Closing reason = why == Link.Closing.LEFT ? Link.Closing.NOT_HEARTH : why;
      identity.completeExceptionally(new JoinException(reason)); // unless it was complete before
    }
  }
}
