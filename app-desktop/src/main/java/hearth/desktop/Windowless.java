package hearth.desktop;

import hearth.desktop.profile.HostedServer;
import hearth.desktop.profile.Profile;
import hearth.desktop.profile.ProfileLock;
import hearth.desktop.profile.Settings;
import hearth.desktop.profile.SettingsFile;
import hearth.desktop.text.Messages;
import hearth.server.HearthServer;
import hearth.server.StartException;
import hearth.server.config.ServerConfig;
import java.util.List;
import java.util.OptionalInt;

/// The app without a display: hosts, prints how to join, and runs until it is stopped. Loads no
/// JavaFX class.
final class Windowless {
  private static final int FAILED = 1;

  /// As the server alone does.
  private static final int BROKEN = 70;

  private static final String DEFAULT_NAME = "Hearth";

  private Windowless() {}

  /// Returns when the server has closed.
  ///
  /// @param lock is held until then; without a reference it would be released
  /// @param trouble why there is no window
  static void run(Profile profile, SettingsFile settings, ProfileLock lock, String trouble) {
    try {
      HearthServer server = host(profile, settings.get(Settings.HOST));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, settings, lock), "stop"));
      System.out.println(
          Messages.get(
              "display.hosting", trouble, server.info().name(), server.joinAddresses().getFirst()));
      server.awaitClosed();
    } catch (StartException refused) {
      System.err.println(refused.sentence());
      System.exit(FAILED);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes the next free port if the usual one is in use, because nobody can choose another one.
  private static HearthServer host(Profile profile, HostedServer host) throws StartException {
    String serverName = host.name().isEmpty() ? DEFAULT_NAME : host.name();
    ServerConfig config =
        new ServerConfig(profile.serverFolder(), serverName)
            .withPort(host.port())
            .withHostNames(List.of("*"));
    try {
      return HearthServer.start(config, Windowless::end);
    } catch (StartException refused) {
      OptionalInt free = refused.freePort();
      if (free.isEmpty()) {
        throw refused;
      }
      return HearthServer.start(config.withPort(free.getAsInt()), Windowless::end);
    }
  }

  private static void end(String thread) {
    System.err.println("The server cannot go on: its thread \"" + thread + "\" has ended.");
    System.err.flush();
    Runtime.getRuntime().halt(BROKEN);
  }

  /// Ends the process with exit code 0; Java's own code would be 128 plus the signal's number.
  private static void stop(HearthServer server, SettingsFile settings, ProfileLock lock) {
    server.close();
    settings.close();
    lock.close();
    Runtime.getRuntime().halt(0);
  }
}
