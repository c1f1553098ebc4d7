package hearth.client.link;

import hearth.protocol.Codec;
import hearth.protocol.CodecException;
import hearth.protocol.Event;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Reply;
import hearth.protocol.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one link to the server: opens it, opens it again when it is lost, and matches responses
/// with requests. Confined to the scheduler's thread, except for the [Link.Listener] methods, which
/// are safe from any thread.
public final class RpcConnection implements Link.Listener {
  private static final Logger log = LoggerFactory.getLogger(RpcConnection.class);

  private final Environment environment;
  private final Scheduler scheduler;
  private final Address address;
  private final @Nullable String key;
  private final Owner owner;
  private final Map<Long, ResponseHandler> waiting = new HashMap<>();
  private @Nullable Link link;
  private Scheduler.@Nullable Timer retry;
  private long lastId;
  private int failures;
  private boolean open;
  private boolean ended;

  /// A connection that is not open yet.
  ///
  /// @param key the fingerprint that the server's key must have; null to accept any
  public RpcConnection(
      Environment environment, Address address, @Nullable String key, Owner owner) {
    this.environment = environment;
    this.scheduler = environment.scheduler();
    this.address = address;
    this.key = key;
    this.owner = owner;
  }

  /// Opens a link, unless there is one. From then on a lost link is opened again, until [#end].
  public void connect() {
    cancelRetry();
    if (!ended && link == null) {
      owner.connecting();
      link = environment.connector().open(address, key, this);
    }
  }

  /// Tries now instead of at the end of the current pause.
  public void retryNow() {
    if (retry != null) {
      failures = 0;
      connect();
    }
  }

  public boolean isOpen() {
    return open;
  }

  /// The server has accepted this client: after the next loss the pauses start short again.
  public void accepted() {
    failures = 0;
  }

  /// Sends a request. Without a link it is lost at once.
  public void call(Request request, ResponseHandler handler) {
    Link current = link;
    if (current == null || !open) {
      handler.lost();
      return;
    }
    long id = ++lastId;
    waiting.put(id, handler);
    current.send(Codec.encode(new Frame.Call(OptionalLong.of(id), request)));
  }

  /// Sends a request that needs no response and may be lost with the link.
  public void send(Request request) {
    Link current = link;
    if (current != null && open) {
      current.send(Codec.encode(new Frame.Call(OptionalLong.empty(), request)));
    }
  }

  /// Drops the link and opens a new one after a pause.
  ///
  /// @param least how long the pause is at least
  public void drop(Duration least) {
    lost(Link.Closing.LOST, least);
  }

  /// Drops the link for good.
  public void end() {
    ended = true;
    cancelRetry();
    close();
  }

  @Override
  public void opened(Link from) {
    scheduler.execute(
        () -> {
          if (from.equals(link)) {
            open = true;
            owner.connected();
          }
        });
  }

  @Override
  public void received(Link from, String text) {
    scheduler.execute(
        () -> {
          if (from.equals(link)) {
            receive(text);
          }
        });
  }

  @Override
  public void closed(Link from, Link.Closing why) {
    scheduler.execute(
        () -> {
          if (from.equals(link)) {
            lost(why, Duration.ZERO);
          }
        });
  }

  private void receive(String text) {
    try {
      switch (Codec.decode(text)) {
        case Frame.Notice(Event event) -> owner.happened(event);
        case Frame.Answer(long id, Reply reply) -> {
          ResponseHandler handler = waiting.remove(id);
          if (handler != null) {
            handler.answered(reply);
          }
        }
        case Frame.Refusal refusal -> {
          log.debug("refused: {}", refusal.message());
          OptionalLong id = refusal.id();
          ResponseHandler handler = id.isPresent() ? waiting.remove(id.getAsLong()) : null;
          if (handler != null) {
            handler.refused(refusal.why());
          }
        }
        case Frame.Call _ -> log.warn("the server sent a request; ignored");
      }
    } catch (CodecException notOurLanguage) {
      log.warn("the server said something we do not understand: {}", notOurLanguage.fault());
      drop(Duration.ZERO);
    }
  }

  private void lost(Link.Closing why, Duration least) {
    close();
    if (why == Link.Closing.OTHER_KEY) {
      end();
      owner.keyChanged();
      return;
    }
    Duration backoff = Reconnect.pause(++failures, environment.random().nextDouble());
    Duration pause = backoff.compareTo(least) < 0 ? least : backoff;
    retry = scheduler.after(pause, this::connect);
    owner.waiting(why, environment.clock().instant().plus(pause));
  }

  private void close() {
    Link old = link;
    link = null;
    open = false;
    if (old != null) {
      old.close();
    }
    List<ResponseHandler> lost = List.copyOf(waiting.values());
    waiting.clear();
    lost.forEach(ResponseHandler::lost);
  }

  private void cancelRetry() {
    if (retry != null) {
      retry.cancel();
      retry = null;
    }
  }

  /// What a connection uses of the world outside, so that tests can replace it.
  public record Environment(
      Scheduler scheduler, Link.Connector connector, InstantSource clock, RandomGenerator random) {}

  /// Hears what becomes of the connection, on the scheduler's thread.
  public interface Owner {
    /// A link is being opened.
    void connecting();

    /// The link is open.
    void connected();

    /// There is no link; the next one is opened after a pause.
    ///
    /// @param why what ended the last one
    /// @param retryAt when the next one is opened
    void waiting(Link.Closing why, Instant retryAt);

    /// The server has another key than expected; no other link is opened.
    void keyChanged();

    /// The server has reported an event.
    void happened(Event event);
  }

  /// Waits for the response to a request. One of the three is called, once, on the scheduler's
  /// thread.
  public interface ResponseHandler {
    void answered(Reply reply);

    void refused(FaultException why);

    /// The link was lost before the response came; the server may have done what was asked.
    void lost();
  }
}
