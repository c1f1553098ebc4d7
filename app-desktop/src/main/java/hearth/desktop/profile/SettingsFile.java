package hearth.desktop.profile;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import hearth.files.PrivateFiles;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The settings on disk. Changes are written together, half a second after the first of them, to a
/// second file that then replaces the first. Safe from any thread; only [#load] and [#close] use
/// the disk on the caller's thread.
public final class SettingsFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
  private static final long DEBOUNCE_MILLIS = 500;

  private final @Nullable Path file;
  private final ScheduledThreadPoolExecutor writer =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("settings").factory());
  private Settings settings;
  private boolean dirty;

  private SettingsFile(@Nullable Path file, Settings settings) {
    this.file = file;
    this.settings = settings;
    writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /// Reads the file. A damaged one is kept aside, and the app starts with the defaults.
  public static SettingsFile load(Path file) throws IOException {
    try {
      JsonObject json = new Gson().fromJson(Files.readString(file), JsonObject.class);
      PrivateFiles.file(file);
      return new SettingsFile(file, json == null ? Settings.DEFAULTS : Settings.read(json));
    } catch (NoSuchFileException first) {
      return new SettingsFile(file, Settings.DEFAULTS);
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | NumberFormatException
        | CharacterCodingException
        | UnsupportedOperationException damaged) {
      Path aside = file.resolveSibling(file.getFileName() + ".damaged");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      LOG.warn(
          "The settings are damaged; the app starts with defaults and keeps them as {}: {}",
          aside,
          damaged.getMessage());
      return new SettingsFile(file, Settings.DEFAULTS);
    }
  }

  /// Settings that are gone with the process.
  public static SettingsFile inMemory() {
    return new SettingsFile(null, Settings.DEFAULTS);
  }

  public synchronized Settings get() {
    return settings;
  }

  public <T> T get(Key<T> key) {
    return get().get(key);
  }

  public <T> void set(Key<T> key, T value) {
    update(now -> now.with(key, value));
  }

  public synchronized void update(UnaryOperator<Settings> change) {
    Settings next = change.apply(settings);
    if (next.equals(settings)) {
      return;
    }
    settings = next;
    if (!dirty && !writer.isShutdown()) {
      dirty = true;
      var _ = writer.schedule(this::save, DEBOUNCE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /// Writes what is not written yet, after what is being written.
  @Override
  public void close() {
    writer.close(); // an interrupt would make the write that is under way fail
    save();
  }

  private void save() {
    Settings now;
    synchronized (this) {
      if (!dirty || file == null) {
        return;
      }
      dirty = false;
      now = settings;
    }
    try {
      PrivateFiles.write(file, now.write());
    } catch (IOException refused) {
      LOG.warn("The settings could not be saved", refused);
    }
  }
}
