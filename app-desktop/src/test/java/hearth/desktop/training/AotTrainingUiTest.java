package hearth.desktop.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hearth.client.link.Address;
import hearth.desktop.Home;
import hearth.desktop.Ui;
import hearth.desktop.hosting.Hosting;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotTrainingUiTest {
  @TempDir Path folder;
  private final BlockingQueue<String> failures = new LinkedBlockingQueue<>();

  @Test
  void whoHostsIsThroughAndTheWindowIsClosed() {
    try (Home ada = Home.open(folder, "ada")) {
      Ui.run(() -> new AotTraining(ada.window(), null, failures::add).start());
      awaitEnd(ada);
    }
  }

  @Test
  void whoJoinsIsReadByTheOthersAndComesBackAsTheSamePerson() {
    try (Home mira = Home.open(folder, "mira")) {
      Address address = host(mira);
      Home bo = Home.open(folder, "bo");
      for (int visit = 0; visit < 2; visit++) {
        try (Home visiting = bo) {
          Ui.run(() -> new AotTraining(visiting.window(), address, failures::add).start());
          awaitEnd(visiting);
        }
        mira.awaitText(AotTraining.LINE);
        bo = bo.reopen();
      }
      bo.close();
    }
  }

  @Test
  void whoWaitsInVainSaysWhatFor() throws Exception {
    try (Home bo = Home.open(folder, "bo")) {
      Address nobody = new Address("127.0.0.1", closedPort());
      Ui.run(
          () ->
              new AotTraining(bo.window(), nobody, failures::add, Duration.ofMillis(500)).start());
      assertThat(failures.poll(15, TimeUnit.SECONDS))
          .isEqualTo("The AOT training timed out waiting until it is inside.");
    }
  }

  private void awaitEnd(Home home) {
    Ui.await(
        "the training has ended", () -> !failures.isEmpty() || !home.window().stage().isShowing());
    assertThat(List.copyOf(failures)).isEmpty();
  }

  private static Address host(Home home) {
    UiRobot robot = Ui.ask(() -> new UiRobot(home.scene()));
    Ui.await("the welcome screen is shown", () -> robot.sees("#host"));
    Ui.run(
        () -> {
          robot.type("#serverName", "Workshop");
          robot.type("#hostName", "Mira");
          robot.press("#host");
        });
    home.find("#linkField");
    var running = (Hosting.Running) Ui.ask(() -> home.window().hosting().stateProperty().get());
    return new Address("127.0.0.1", requireNonNull(running).port());
  }

  private static int closedPort() throws IOException {
    try (var free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
