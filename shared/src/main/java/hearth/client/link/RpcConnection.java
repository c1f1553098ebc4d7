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
import java.util.LinkedHashMap;
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

  /// How long a connection has stood when the next loss is not counted to the ones before.
  private static final Duration STABLE = Duration.ofSeconds(10);

  /// How long a connection has stood when earlier breaches are forgotten.
  private static final Duration TRUSTED = Duration.ofMinutes(10);

  /// How long to wait after a refusal for now that does not say it.
  private static final Duration REFUSED_PAUSE = Duration.ofSeconds(1);

  private final Environment environment;
  private final Scheduler scheduler;
  private final Address address;
  private final @Nullable String key;
  private final Owner owner;
  private final Map<Long, Asked> waiting = new LinkedHashMap<>();
  private final Inbox inbox = new Inbox();
  private @Nullable Link link;
  private Scheduler.@Nullable Timer retry;
  private Scheduler.@Nullable Timer silence;
  private @Nullable Instant acceptedAt;
  private long lastId;
  private int failures;
  private int breaches;
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

  /// The server has accepted this client: if the connection stands for a while, the pauses start
  /// short again after the next loss.
  public void accepted() {
    acceptedAt = environment.clock().instant();
  }

  /// The fingerprint of the server's key; null without TLS, and where there is no link.
  public @Nullable String serverKey() {
    Link current = link;
    return current == null ? null : current.serverKey();
  }

  /// Sends a request. Without a link it is lost at once.
  public void call(Request request, ResponseHandler handler) {
    Link current = link;
    if (current == null || !open) {
      handler.lost();
      return;
    }
    long id = ++lastId;
    waiting.put(id, new Asked(request, handler));
    if (silence == null) {
      watchSilence();
    }
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

  /// Drops the link because of what the server says, and tries again after a longer pause.
  public void breach(Link.Closing why) {
    lost(why, Reconnect.afterBreach(++breaches));
  }

  /// Whether a request stays without an answer for as long as nobody would wait.
  private void watchSilence() {
    long before = lastId;
    silence =
        scheduler.after(
            environment.patience(),
            () -> {
              silence = null;
              if (waiting.keySet().stream().anyMatch(id -> id <= before)) {
                log.info("the server does not answer");
                lost(Link.Closing.SILENT, Duration.ZERO);
              } else if (!waiting.isEmpty()) {
                watchSilence();
              }
            });
  }

  /// Drops the link for good.
  public void end() {
    ended = true;
    inbox.close();
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
    if (!inbox.take(text)) {
      return;
    }
    scheduler.execute(
        () -> {
          inbox.done(text);
          if (from.equals(link)) {
            receive(text);
          }
        });
  }

  @Override
  public void closed(Link from, Link.Closing why) {
    scheduler.execute(
        () -> {
          if (from.equals(link) && why == Link.Closing.BREACH) {
            breach(why);
          } else if (from.equals(link)) {
            lost(why, Duration.ZERO);
          }
        });
  }

  private void receive(String text) {
    try {
      switch (Codec.decode(text)) {
        case Frame.NotificationFrame(Notification notification) ->
            owner.notified(Intake.of(notification), text.length());
        case Frame.ResponseFrame(long id, Response response) -> answered(id, response);
        case Frame.ErrorFrame error -> {
          log.debug("refused: {}", error.message());
          OptionalLong id = error.id();
          Asked asked = id.isPresent() ? waiting.remove(id.getAsLong()) : null;
          if (asked != null) {
            asked.handler().refused(error.why());
          }
        }
        case Frame.UnknownFrame unknown ->
            log.debug("the server told of {}, which a newer version knows", unknown.method());
        case Frame.RequestFrame _ -> throw new BreachException("the server sent a request");
      }
    } catch (CodecException notOurLanguage) {
      log.warn("the server said something we do not understand: {}", notOurLanguage.fault());
      breach(Link.Closing.BREACH);
    } catch (BreachException breach) {
      log.warn("the server broke the protocol: {}", breach.getMessage());
      breach(Link.Closing.BREACH);
    } catch (RuntimeException unexpected) {
      log.error("what the server said could not be taken in", unexpected);
      breach(Link.Closing.BREACH);
    }
  }

  private void answered(long id, Response response) {
    Asked asked = waiting.remove(id);
    if (asked == null) {
      return; // nobody asked, or nobody waits any more
    }
    if (!Answers.fits(asked.request(), response)) {
      asked.handler().lost();
      throw new BreachException("an answer does not fit its request");
    }
    asked.handler().answered(Intake.of(response));
  }

  private void lost(Link.Closing why, Duration least) {
    String shown = serverKey();
    close();
    if (why == Link.Closing.OTHER_KEY) {
      end();
      owner.keyChanged(shown == null ? "" : shown);
      return;
    }
    forgetOldFailures();
    Duration backoff = Reconnect.pause(++failures, environment.random().nextDouble());
    Duration pause = backoff.compareTo(least) < 0 ? least : backoff;
    retry = scheduler.after(pause, this::connect);
    owner.waiting(why, environment.clock().instant().plus(pause));
  }

  private void forgetOldFailures() {
    Instant since = acceptedAt;
    acceptedAt = null;
    if (since != null) {
      Duration stood = Duration.between(since, environment.clock().instant());
      failures = stood.compareTo(STABLE) >= 0 ? 0 : failures;
      breaches = stood.compareTo(TRUSTED) >= 0 ? 0 : breaches;
    }
  }

  private void close() {
    if (silence != null) {
      silence.cancel();
      silence = null;
    }
    Link old = link;
    link = null;
    open = false;
    if (old != null) {
      old.close();
    }
    List<Asked> lost = List.copyOf(waiting.values());
    waiting.clear();
    lost.forEach(asked -> asked.handler().lost());
  }

  private void cancelRetry() {
    if (retry != null) {
      retry.cancel();
      retry = null;
    }
  }

  /// A request that waits for its response.
  private record Asked(Request request, ResponseHandler handler) {}

  /// What a connection uses of the world outside, so that tests can replace it.
  ///
  /// @param patience how long a server may take for an answer at most
  public record Environment(
      Scheduler scheduler,
      Link.Connector connector,
      InstantSource clock,
      RandomGenerator random,
      Duration patience) {}

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
    ///
    /// @param shown the fingerprint of that key
    void keyChanged(String shown);

    /// The server has told something unasked.
    ///
    /// @param length of the message, in characters
    /// @throws BreachException where that ends the connection
    void notified(Notification notification, int length);
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
