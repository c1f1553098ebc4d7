package hearth.desktop.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.desktop.Ui;
import hearth.desktop.fx.FxMailbox;
import hearth.server.HearthServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostingUiTest {
  @TempDir Path folder;

  @Test
  void aServerThatBrokeTakesDownNoOtherOneThatWasStartedSince() {
    List<Consumer<String>> failures = new ArrayList<>();
    Hosting hosting =
        Ui.ask(
            () ->
                new Hosting(
                    folder,
                    new FxMailbox(),
                    (config, failed) -> {
                      failures.add(failed);
                      return HearthServer.start(config, failed);
                    }));
    try {
      hosting.start("Workshop", 0).join();
      hosting.start("Library", 0).join();
      failures.getFirst().accept("commit");
      Ui.settle();
      assertThat(Ui.ask(() -> hosting.stateProperty().get()))
          .isInstanceOfSatisfying(
              Hosting.Running.class,
              running -> assertThat(running.serverName()).isEqualTo("Library"));

      failures.getLast().accept("commit");
      Ui.settle();
      assertThat(Ui.ask(() -> hosting.stateProperty().get())).isInstanceOf(Hosting.Failed.class);
    } finally {
      hosting.stop();
    }
  }
}
