package hearth.desktop.profile;

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

/// How a second start of a profile activates the app that is already open: it puts a file into the
/// profile's folder, which the first one watches. The file holds the invitation that the second one
/// was started with, if any. Safe from any thread.
public final class SingleInstance implements AutoCloseable {
  /// The longest invitation that is read, in bytes. A host name, a port and a key fit well.
  static final int MAX_BYTES = 512;

  private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);
  private static final Path REQUEST = Path.of("activate");

  private final Path folder;
  private final WatchService watch;

  private SingleInstance(Path folder, WatchService watch) {
    this.folder = folder;
    this.watch = watch;
  }

  /// Asks the app that has the profile open to show its window.
  ///
  /// @param invitation the server that it should propose to join; null for none
  public static void activate(Profile profile, @Nullable Address invitation) throws IOException {
    // The move makes the request appear once and complete.
    Path written = Files.createTempFile(profile.folder(), REQUEST.toString(), "");
    Files.writeString(written, invitation == null ? "" : invitation.toString());
    Files.move(written, profile.folder().resolve(REQUEST), StandardCopyOption.REPLACE_EXISTING);
  }

  /// Listens for requests until closed.
  ///
  /// @param activated called on a thread of its own, with the invitation if there is one
  public static SingleInstance listen(Profile profile, Consumer<Optional<Address>> activated)
      throws IOException {
    WatchService watch = profile.folder().getFileSystem().newWatchService();
    profile
        .folder()
        .register(
            watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
    SingleInstance listening = new SingleInstance(profile.folder(), watch);
    Thread.ofPlatform().daemon().name("single-instance").start(() -> listening.watch(activated));
    return listening;
  }

  private void watch(Consumer<Optional<Address>> activated) {
    try {
      WatchKey key;
      do {
        key = watch.take();
        if (key.pollEvents().stream().anyMatch(event -> REQUEST.equals(event.context()))) {
          activated.accept(invitation());
        }
      } while (key.reset());
    } catch (ClosedWatchServiceException closed) {
      LOG.debug("Second starts are no longer noticed");
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /// A request that cannot be read still activates the window, without an invitation.
  private Optional<Address> invitation() {
    try (InputStream request = Files.newInputStream(folder.resolve(REQUEST))) {
      byte[] read = request.readNBytes(MAX_BYTES + 1);
      return read.length > MAX_BYTES
          ? Optional.empty()
          : Address.parse(new String(read, StandardCharsets.UTF_8));
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
