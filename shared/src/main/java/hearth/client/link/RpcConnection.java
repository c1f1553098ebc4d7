package hearth.client.link;

import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Notification;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.json.Codec;
import hearth.protocol.json.CodecException;
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

  /// How long to wait after a refusal for now that does not say it.
  private static final Duration REFUSED_PAUSE = Duration.ofSeconds(1);

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
    current.send(Codec.encode(new Frame.RequestFrame(OptionalLong.of(id), request)));
  }

  /// Sends a request that needs no response and may be lost with the link.
  public void send(Request request) {
    Link current = link;
    if (current != null && open) {
      current.send(Codec.encode(new Frame.RequestFrame(OptionalLong.empty(), request)));
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
        case Frame.NotificationFrame(Notification notification) -> owner.notified(notification);
        case Frame.ResponseFrame(long id, Response response) -> {
          ResponseHandler handler = waiting.remove(id);
          if (handler != null) {
            handler.answered(response);
          }
        }
        case Frame.ErrorFrame error -> {
          log.debug("refused: {}", error.message());
          OptionalLong id = error.id();
          ResponseHandler handler = id.isPresent() ? waiting.remove(id.getAsLong()) : null;
          if (handler != null) {
            handler.refused(error.why());
          }
        }
        case Frame.UnknownFrame unknown ->
            log.debug("the server told of {}, which a newer version knows", unknown.method());
        case Frame.RequestFrame _ -> log.warn("the server sent a request; ignored");
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

    /// The server has told something unasked.
    void notified(Notification notification);
  }

  /// How long to wait before a request that was refused for now is sent again.
  public static Duration pauseAfter(FaultException refusal) {
    return refusal.retryAfter().isZero() ? REFUSED_PAUSE : refusal.retryAfter();
  }

  /// Waits for the response to a request. One of the three is called, once, on the scheduler's
  /// thread.
  public interface ResponseHandler {
    void answered(Response response);

    void refused(FaultException why);

    /// The link was lost before the response came; the server may have done what was asked.
    void lost();

    /// A handler that treats all three in one place.
    static ResponseHandler of(Outcome outcome) {
      return new ResponseHandler() {
        @Override
        public void answered(Response response) {
          outcome.is(response, null);
        }

        @Override
        public void refused(FaultException why) {
          outcome.is(null, why);
        }

        @Override
        public void lost() {
          outcome.is(null, null);
        }
      };
    }
  }

  /// What came of a request: a response, a refusal, or neither where the link was lost.
  public interface Outcome {
    void is(@Nullable Response response, @Nullable FaultException refusal);
  }
}
