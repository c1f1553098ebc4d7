package hearth.desktop.chats;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Link;
import hearth.client.model.Change;
import hearth.client.model.Connection;
import hearth.desktop.Sample;
import hearth.desktop.TurningClock;
import hearth.desktop.Ui;
import hearth.desktop.fx.FxClock;
import hearth.desktop.fx.FxMailbox;
import hearth.desktop.hosting.Hosting;
import hearth.desktop.session.ServerViewModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionBarUiTest {
  @TempDir Path folder;
  private final FxMailbox mailbox = new FxMailbox();
  private final FxClock clock = new FxClock(mailbox);
  private final TurningClock time = new TurningClock(Sample.NOW);
  private ServerViewModel live;

  @BeforeEach
  void open() {
    live = Sample.deaf(folder);
  }

  @AfterEach
  void close() {
    live.client().close();
    clock.close();
  }

  @Test
  void aClockThatIsSetBackDoesNotMakeTheWaitLonger() {
    ConnectionBarViewModel bar = Ui.ask(this::bar);
    wait(Link.Closing.BREACH, Duration.ofSeconds(20));
    assertThat(sentence(bar)).contains("Trying again in 20 s");

    time.pass(Duration.ofDays(-400));
    Ui.run(live::revise);
    Ui.await("it goes on counting", () -> ticks(bar) && sentence(bar).contains("in 20 s"));

    wait(Link.Closing.BREACH, Duration.ofDays(400));
    assertThat(sentence(bar)).contains("Trying again in 300 s");
    Ui.run(bar::close);
  }

  /// A failure of the store makes the bar look again at everything.
  private boolean ticks(ConnectionBarViewModel bar) {
    live.apply(List.of(new Change.StoreFailed("full")));
    live.apply(List.of(new Change.StoreFailed("")));
    return !bar.barProperty().get().sentence().isEmpty();
  }

  private void wait(Link.Closing why, Duration pause) {
    Ui.run(
        () ->
            live.apply(
                List.of(
                    new Change.ConnectionChanged(
                        new Connection.Waiting(why, time.instant().plus(pause))))));
  }

  private String sentence(ConnectionBarViewModel bar) {
    return Ui.ask(() -> bar.barProperty().get().sentence());
  }

  private ConnectionBarViewModel bar() {
    return new ConnectionBarViewModel(
        live,
        new Hosting(folder, mailbox),
        clock,
        time,
        new ConnectionBarViewModel.Actions() {
          @Override
          public void joinAgain() {}

          @Override
          public void showChangedKey() {}

          @Override
          public void hostOn(int port) {}
        });
  }
}
