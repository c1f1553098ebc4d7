package hearth.desktop.settings;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a second start of a profile asks the first one for its window: it writes a file that the
/// first one watches. What is in the file does not matter. Safe from any thread.
public final class Knock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Knock.class);
  private static final Path DOOR = Path.of("knock");

  private final WatchService watch;

  private Knock(WatchService watch) {
    this.watch = watch;
  }

  /// Asks the app that has the profile to show itself.
  public static void at(Profile profile) throws IOException {
    Files.writeString(profile.folder().resolve(DOOR), Instant.now().toString());
  }

  /// Listens until it is closed.
  ///
  /// @param heard called on a thread of its own
  public static Knock listen(Profile profile, Runnable heard) throws IOException {
    WatchService watch = profile.folder().getFileSystem().newWatchService();
    profile
        .folder()
        .register(
            watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
    Knock knock = new Knock(watch);
    Thread.ofPlatform().daemon().name("knock").start(() -> knock.wait(heard));
    return knock;
  }

  private void wait(Runnable heard) {
    try {
      WatchKey key;
      do {
        key = watch.take();
        if (key.pollEvents().stream().anyMatch(event -> DOOR.equals(event.context()))) {
          heard.run();
        }
      } while (key.reset());
    } catch (ClosedWatchServiceException closed) {
      LOG.debug("No more knocks are heard");
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    watch.close();
  }
}
