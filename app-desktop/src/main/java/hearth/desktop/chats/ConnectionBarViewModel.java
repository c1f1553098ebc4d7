package hearth.desktop.chats;

import hearth.client.link.Link;
import hearth.client.model.Change;
import hearth.client.model.Connection;
import hearth.desktop.fx.FxClock;
import hearth.desktop.hosting.Hosting;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Messages;
import hearth.protocol.Fault;
import java.time.Duration;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What the bar above the chat list says while something is wrong. It says nothing about a
/// connection that comes back within a moment. Confined to the FX thread.
public final class ConnectionBarViewModel implements AutoCloseable {
  private static final Duration GRACE = Duration.ofMillis(1_500);
  private static final Duration SECOND = Duration.ofSeconds(1);

  /// No pause is longer.
  private static final long MOST_SECONDS = 300;

  private final ServerViewModel server;
  private final Hosting hosting;
  private final InstantSource time;
  private final Actions actions;
  private final FxClock.Delay grace;
  private final FxClock.Delay tick;
  private final ReadOnlyObjectWrapper<Bar> bar = new ReadOnlyObjectWrapper<>(Bar.NONE);
  private final Subscription hostingWatched;
  private boolean patient;
  private Connection.@Nullable Waiting counted;
  private long secondsLeft = MOST_SECONDS;

  /// Observes the connection and the hosted server.
  public ConnectionBarViewModel(
      ServerViewModel server, Hosting hosting, FxClock clock, InstantSource time, Actions actions) {
    this.server = server;
    this.hosting = hosting;
    this.time = time;
    this.actions = actions;
    this.patient = !(server.connectionProperty().get() instanceof Connection.Waiting);
    this.grace = clock.delay(GRACE, this::losePatience);
    this.tick = clock.delay(SECOND, this::refresh);
    server.connectionProperty().subscribe(now -> refresh());
    server.incidents().storeFailureProperty().subscribe(now -> refresh());
    server.incidents().logsReplacedProperty().subscribe(now -> refresh());
    server.incidents().storeReplacedProperty().subscribe(now -> refresh());
    hostingWatched = hosting.stateProperty().subscribe(now -> refresh());
  }

  public ReadOnlyObjectProperty<Bar> barProperty() {
    return bar.getReadOnlyProperty();
  }

  /// Stops the timers and ends subscriptions to models that outlive the screen.
  @Override
  public void close() {
    hostingWatched.unsubscribe();
    grace.stop();
    tick.stop();
  }

  private void losePatience() {
    patient = false;
    refresh();
  }

  private void refresh() {
    tick.stop();
    if (server.isOnline()) {
      grace.stop();
      patient = true;
    } else if (patient && !grace.isRunning()) {
      grace.restart();
    }
    bar.set(now());
  }

  private Bar now() {
    if (hosting.stateProperty().get() instanceof Hosting.Failed(var why)) {
      return why.freePort() == 0
          ? new Bar(why.sentence(), "", () -> {})
          : new Bar(
              why.sentence(),
              Messages.get("connection.bar.host-on", String.valueOf(why.freePort())),
              () -> actions.hostOn(why.freePort()));
    }
    if (!server.incidents().storeFailureProperty().get().isEmpty()) {
      return new Bar(
          Messages.get("connection.bar.store", server.incidents().storeFailureProperty().get()),
          "",
          () -> {});
    }
    Change.StoreReplaced replaced = server.incidents().storeReplacedProperty().get();
    if (replaced != null) {
      return new Bar(
          Messages.get("connection.bar.damaged", replaced.aside().toString(), replaced.rescued()),
          Messages.get("connection.bar.dismiss"),
          server.incidents()::acknowledgeStoreReplaced);
    }
    return switch (server.connectionProperty().get()) {
      case Connection.Online() ->
          server.incidents().logsReplacedProperty().get() ? restored() : Bar.NONE;
      case Connection.Refused(Fault fault) when fault == Fault.ACCOUNT_DELETED ->
          new Bar(ErrorText.of(fault), "", () -> {});
      case Connection.Refused(Fault fault) ->
          new Bar(
              ErrorText.of(fault), Messages.get("connection.bar.join-again"), actions::joinAgain);
      case Connection.KeyChanged _ ->
          new Bar(
              Messages.get("connection.bar.key-changed"),
              Messages.get("connection.bar.key-show"),
              actions::showChangedKey,
              true);
      case Connection.Connecting() ->
          patient ? Bar.NONE : new Bar(Messages.get("connection.bar.connecting"), "", () -> {});
      case Connection.Waiting waiting -> patient && !isWrong(waiting) ? Bar.NONE : waiting(waiting);
    };
  }

  private Bar restored() {
    return new Bar(
        Messages.get("connection.bar.restored"),
        Messages.get("connection.bar.dismiss"),
        server.incidents()::acknowledgeLogsReplaced);
  }

  private Bar waiting(Connection.Waiting waiting) {
    tick.restart();
    return new Bar(
        sentence(waiting.why(), secondsUntil(waiting)),
        Messages.get("connection.bar.retry"),
        server.client()::reconnectNow);
  }

  /// Counts down, even where the clock is set back meanwhile.
  private long secondsUntil(Connection.Waiting waiting) {
    if (!waiting.equals(counted)) {
      counted = waiting;
      secondsLeft = MOST_SECONDS;
    }
    long now = Math.ceilDiv(Duration.between(time.instant(), waiting.retryAt()).toMillis(), 1000);
    secondsLeft = Math.clamp(now, 1, secondsLeft);
    return secondsLeft;
  }

  /// Whether the server is at fault, which is worth knowing at once.
  private static boolean isWrong(Connection.Waiting waiting) {
    return waiting.why() == Link.Closing.BREACH || waiting.why() == Link.Closing.OTHER_SERVER;
  }

  private static String sentence(Link.Closing why, long seconds) {
    return switch (why) {
      case NOT_HEARTH -> Messages.get("connection.bar.not-hearth", seconds);
      case OTHER_KEY, OTHER_SERVER -> Messages.get("connection.bar.other-server", seconds);
      case BREACH -> Messages.get("connection.bar.breach", seconds);
      case SILENT -> Messages.get("connection.bar.silent", seconds);
      case UNREACHABLE, LOST, TOO_SLOW, LEFT, ENCRYPTION_MISSING ->
          Messages.get("connection.bar.waiting", seconds);
    };
  }

  /// What can be done about it.
  public interface Actions {
    /// Opens the welcome screen.
    void joinAgain();

    /// Shows the key that is known and the one that came instead.
    void showChangedKey();

    /// Hosts on another port.
    void hostOn(int port);
  }

  /// A sentence and an action.
  ///
  /// @param action empty if there is nothing to do
  /// @param danger whether somebody may be harmed
  public record Bar(String sentence, String action, Runnable act, boolean danger) {
    static final Bar NONE = new Bar("", "", () -> {});

    Bar(String sentence, String action, Runnable act) {
      this(sentence, action, act, false);
    }
  }
}
