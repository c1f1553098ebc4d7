package hearth.desktop.profile;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import hearth.desktop.fx.ThemeManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The settings on disk. A change is written a moment later, all changes of that moment at once,
/// into a second file that then takes the place of the first. Safe from any thread; only [#load]
/// and [#close] touch the disk on the caller's.
public final class SettingsFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
  private static final long DEBOUNCE_MILLIS = 500;

  private final Path file;
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("settings").factory());
  private Settings settings;
  private boolean dirty;

  private SettingsFile(Path file, Settings settings) {
    this.file = file;
    this.settings = settings;
  }

  /// Reads the file. One that cannot be understood is put aside, and the app begins afresh.
  public static SettingsFile load(Path file) throws IOException {
    try {
      JsonObject json = new Gson().fromJson(Files.readString(file), JsonObject.class);
      return new SettingsFile(file, json == null ? Settings.FRESH : read(json));
    } catch (NoSuchFileException first) {
      return new SettingsFile(file, Settings.FRESH);
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | UnsupportedOperationException damaged) {
      Path aside = file.resolveSibling(file.getFileName() + ".damaged");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      LOG.warn(
          "The settings could not be read and were put aside as {}: {}",
          aside,
          damaged.getMessage());
      return new SettingsFile(file, Settings.FRESH);
    }
  }

  public synchronized Settings get() {
    return settings;
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

  /// Writes what is not written yet.
  @Override
  public void close() {
    writer.shutdownNow();
    save();
  }

  private void save() {
    Settings now;
    synchronized (this) {
      if (!dirty) {
        return;
      }
      dirty = false;
      now = settings;
    }
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(beside, new Gson().toJson(write(now)));
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException refused) {
      LOG.warn("The settings could not be saved", refused);
    }
  }

  private static JsonObject write(Settings settings) {
    JsonObject json = new JsonObject();
    json.addProperty("theme", settings.theme().name());
    json.addProperty("name", settings.name());
    json.addProperty("lastServer", settings.lastServer());
    Settings.Bounds bounds = settings.window();
    if (bounds != null) {
      JsonObject window = new JsonObject();
      window.addProperty("x", bounds.x());
      window.addProperty("y", bounds.y());
      window.addProperty("width", bounds.width());
      window.addProperty("height", bounds.height());
      window.addProperty("maximized", bounds.maximized());
      json.add("window", window);
    }
    JsonObject host = new JsonObject();
    host.addProperty("on", settings.host().on());
    host.addProperty("place", settings.host().place());
    host.addProperty("port", settings.host().port());
    host.addProperty("serverId", settings.host().serverId());
    json.add("host", host);
    return json;
  }

  private static Settings read(JsonObject json) {
    Settings fresh = Settings.FRESH;
    JsonObject host = object(json, "host");
    return new Settings(
        theme(text(json, "theme", fresh.theme().name())),
        json.has("window") ? bounds(object(json, "window")) : null,
        text(json, "name", fresh.name()),
        text(json, "lastServer", fresh.lastServer()),
        new Settings.Host(
            host.has("on") && host.get("on").getAsBoolean(),
            text(host, "place", fresh.host().place()),
            (int) number(host, "port", fresh.host().port()),
            text(host, "serverId", fresh.host().serverId())));
  }

  private static Settings.Bounds bounds(JsonObject json) {
    return new Settings.Bounds(
        number(json, "x", 0),
        number(json, "y", 0),
        number(json, "width", 1280),
        number(json, "height", 800),
        json.has("maximized") && json.get("maximized").getAsBoolean());
  }

  private static ThemeManager.Theme theme(String name) {
    for (ThemeManager.Theme theme : ThemeManager.Theme.values()) {
      if (theme.name().equals(name)) {
        return theme;
      }
    }
    return Settings.FRESH.theme();
  }

  private static JsonObject object(JsonObject json, String key) {
    JsonElement inner = json.get(key);
    return inner == null ? new JsonObject() : inner.getAsJsonObject();
  }

  private static String text(JsonObject json, String key, String otherwise) {
    return json.has(key) ? json.get(key).getAsString() : otherwise;
  }

  private static double number(JsonObject json, String key, double otherwise) {
    return json.has(key) ? json.get(key).getAsDouble() : otherwise;
  }
}
