package hearth.desktop.settings;

import hearth.client.link.Address;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a second start of a profile asks the first one for its window: it puts a file into the
/// profile's folder, which the first one watches. In the file is the invitation that the second one
/// was started with, if any; who may not write in that folder cannot knock. Safe from any thread.
public final class Knock implements AutoCloseable {
  /// The longest invitation that is read, in bytes: a host's name, a port and a key fit well.
  static final int LONGEST = 512;

  private static final Logger LOG = LoggerFactory.getLogger(Knock.class);
  private static final Path DOOR = Path.of("knock");

  private final Path folder;
  private final WatchService watch;

  private Knock(Path folder, WatchService watch) {
    this.folder = folder;
    this.watch = watch;
  }

  /// Asks the app that has the profile to show itself.
  ///
  /// @param invitation the server that it shall propose to join; null for none
  public static void at(Profile profile, @Nullable Address invitation) throws IOException {
    // Moved into its place, so that it is heard once and as a whole.
    Path written = Files.createTempFile(profile.folder(), DOOR.toString(), "");
    Files.writeString(written, invitation == null ? "" : invitation.toString());
    Files.move(written, profile.folder().resolve(DOOR), StandardCopyOption.REPLACE_EXISTING);
  }

  /// Listens until it is closed.
  ///
  /// @param heard called on a thread of its own, with the invitation if there is one
  public static Knock listen(Profile profile, Consumer<Optional<Address>> heard)
      throws IOException {
    WatchService watch = profile.folder().getFileSystem().newWatchService();
    profile
        .folder()
        .register(
            watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
    Knock knock = new Knock(profile.folder(), watch);
    Thread.ofPlatform().daemon().name("knock").start(() -> knock.wait(heard));
    return knock;
  }

  private void wait(Consumer<Optional<Address>> heard) {
    try {
      WatchKey key;
      do {
        key = watch.take();
        if (key.pollEvents().stream().anyMatch(event -> DOOR.equals(event.context()))) {
          heard.accept(invitation());
        }
      } while (key.reset());
    } catch (ClosedWatchServiceException closed) {
      LOG.debug("No more knocks are heard");
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /// What cannot be read or understood is a knock all the same.
  private Optional<Address> invitation() {
    try (InputStream door = Files.newInputStream(folder.resolve(DOOR))) {
      byte[] said = door.readNBytes(LONGEST + 1);
      return said.length > LONGEST
          ? Optional.empty()
          : Address.parse(new String(said, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      LOG.warn("The invitation of a second start cannot be read", unreadable);
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    watch.close();
  }
}
