package hearth.client;

import hearth.protocol.Codec;
import hearth.protocol.CodecException;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Reply;
import hearth.protocol.Request;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one link to the server: opens it, opens it again when it is lost, and matches answers with
/// calls. Confined to the client thread, but for the [Link.Listener] side, which hands over to it.
final class Uplink implements Link.Listener {
  private static final Logger log = LoggerFactory.getLogger(Uplink.class);

  private final ClientLoop loop;
  private final Link.Connector connector;
  private final Identity identity;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final Owner owner;
  private final Map<Long, Caller> calls = new HashMap<>();
  private @Nullable Link link;
  private ClientLoop.@Nullable Timer retry;
  private long lastId;
  private int failures;
  private boolean open;
  private boolean ended;

  Uplink(ClientLoop loop, Transport transport, Identity identity, Owner owner) {
    this.loop = loop;
    this.connector = transport.connector();
    this.random = transport.random();
    this.clock = transport.clock();
    this.identity = identity;
    this.owner = owner;
  }

  void connect() {
    cancelRetry();
    if (!ended && link == null) {
      owner.connectionIs(new Connection.Connecting());
      Address address = identity.address();
      String key = address.plain() ? null : identity.server().id();
      link = connector.open(address, key, this);
    }
  }

  /// Tries now if the next try is being waited for.
  void retryNow() {
    if (retry != null) {
      failures = 0;
      connect();
    }
  }

  boolean isOpen() {
    return open;
  }

  /// The server has accepted us: the next loss begins the backoff anew.
  void settled() {
    failures = 0;
  }

  /// Asks the server; without a link the caller hears at once that it is lost.
  void call(Request request, Caller caller) {
    Link current = link;
    if (current == null || !open) {
      caller.lost();
      return;
    }
    long id = ++lastId;
    calls.put(id, caller);
    current.send(Codec.encode(new Frame.Call(OptionalLong.of(id), request)));
  }

  /// Tells the server something that needs no answer and may be lost with the link.
  void tell(Request request) {
    Link current = link;
    if (current != null && open) {
      current.send(Codec.encode(new Frame.Call(OptionalLong.empty(), request)));
    }
  }

  /// Drops the link and opens a new one after a pause.
  void drop() {
    drop(Duration.ZERO);
  }

  /// Drops the link and opens a new one after a pause that is no shorter than this.
  void drop(Duration least) {
    lost(Link.Closing.LOST, least);
  }

  /// Drops the link for good.
  void end() {
    ended = true;
    cancelRetry();
    close();
  }

  @Override
  public void opened(Link from) {
    loop.execute(
        () -> {
          if (from.equals(link)) {
            open = true;
            owner.connected();
          }
        });
  }

  @Override
  public void received(Link from, String text) {
    loop.execute(
        () -> {
          if (from.equals(link)) {
            receive(text);
          }
        });
  }

  @Override
  public void closed(Link from, Link.Closing why) {
    loop.execute(
        () -> {
          if (from.equals(link)) {
            lost(why, Duration.ZERO);
          }
        });
  }

  private void receive(String text) {
    try {
      switch (Codec.decode(text)) {
        case Frame.Notice(var event) -> owner.happened(event);
        case Frame.Answer(long id, Reply reply) -> {
          Caller caller = calls.remove(id);
          if (caller != null) {
            caller.answered(reply);
          }
        }
        case Frame.Refusal refusal -> {
          log.debug("refused: {}", refusal.message());
          Caller caller = refusal.id().isPresent() ? calls.remove(refusal.id().getAsLong()) : null;
          if (caller != null) {
            caller.refused(refusal.why());
          }
        }
        case Frame.Call _ -> log.warn("the server sent a request; passed over");
      }
    } catch (CodecException notOurLanguage) {
      log.warn("the server said something we do not understand: {}", notOurLanguage.fault());
      drop();
    }
  }

  private void lost(Link.Closing why, Duration least) {
    close();
    if (why == Link.Closing.OTHER_KEY) {
      end();
      owner.connectionIs(new Connection.KeyChanged());
      return;
    }
    Duration backoff = Reconnect.pause(++failures, random.nextDouble());
    Duration pause = backoff.compareTo(least) < 0 ? least : backoff;
    retry = loop.after(pause, this::connect);
    owner.connectionIs(new Connection.Waiting(why, clock.instant().plus(pause)));
  }

  private void close() {
    Link old = link;
    link = null;
    open = false;
    if (old != null) {
      old.close();
    }
    var waiting = Map.copyOf(calls);
    calls.clear();
    waiting.values().forEach(Caller::lost);
  }

  private void cancelRetry() {
    if (retry != null) {
      retry.cancel();
      retry = null;
    }
  }

  /// What the uplink stands on, so that tests can bring their own.
  record Transport(Link.Connector connector, InstantSource clock, RandomGenerator random) {}

  /// Whoever owns the uplink.
  interface Owner {
    void connectionIs(Connection connection);

    void connected();

    void happened(hearth.protocol.Event event);
  }

  /// Whoever waits for an answer; exactly one of the three is called, once.
  interface Caller {
    void answered(Reply reply);

    void refused(FaultException why);

    void lost();
  }
}
