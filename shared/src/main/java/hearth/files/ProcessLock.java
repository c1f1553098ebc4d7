package hearth.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A lock on a file, for one holder on this machine. The system releases it when the process ends,
/// even in a crash. Safe from any thread.
///
/// POSIX forgets a process's lock as soon as the process closes any descriptor of that file. So
/// which files are locked here is known without opening them, and nothing else may open them.
public final class ProcessLock implements AutoCloseable {
  /// The files that this process holds, by what the system knows them by: its locks are the
  /// process's too, so this is the one state that has to be static.
  private static final Set<Object> HELD = ConcurrentHashMap.newKeySet();

  private final Object key;
  private final FileChannel channel;

  private ProcessLock(Object key, FileChannel channel) {
    this.key = key;
    this.channel = channel;
  }

  /// Locks a file, which is made if there is none; empty if it is locked, here or elsewhere.
  public static Optional<ProcessLock> take(Path file) throws IOException {
    PrivateFiles.file(file);
    Object key = keyOf(file);
    if (!HELD.add(key)) {
      return Optional.empty();
    }
    boolean taken = false;
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
      try {
        taken = channel.tryLock() != null;
        return taken ? Optional.of(new ProcessLock(key, channel)) : Optional.empty();
      } finally {
        if (!taken) {
          channel.close();
        }
      }
    } finally {
      if (!taken) {
        HELD.remove(key);
      }
    }
  }

  /// Whether this process holds a file's lock.
  public static boolean isHeld(Path file) throws IOException {
    return Files.exists(file) && HELD.contains(keyOf(file));
  }

  /// The same for all paths to a file; Windows has no such key.
  private static Object keyOf(Path file) throws IOException {
    Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    return key == null ? file.toRealPath() : key;
  }

  /// Releases the lock; a second call does nothing.
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      try {
        channel.close();
      } finally {
        HELD.remove(key);
      }
    }
  }
}
