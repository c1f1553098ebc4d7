package hearth.bench.powerloss;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what `strace -f -y` has written, with whole buffers, of one folder's files and of sockets.
/// What a thread told a socket counts from the beginning of the call, everything else from its end:
/// nothing is taken for durable too early. Confined to the thread that made it.
public final class TraceReader {
  /// The system calls to be traced.
  public static final String CALLS =
      "openat,write,writev,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,"
          + "unlinkat,sendto";

  private static final Pattern WHOLE = Pattern.compile("(\\d+) +(\\w+)\\((.*)\\) += (-?\\d+).*");
  private static final Pattern BEGUN =
      Pattern.compile("(\\d+) +(\\w+)\\((.*) <unfinished \\.\\.\\.>");
  private static final Pattern ENDED =
      Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>(.*)\\) += (-?\\d+).*");
  private static final Pattern FILE = Pattern.compile("(\\d+)<([^>]*)>.*");

  private final String folder;
  private final Consumer<Call> calls;
  private final Map<String, String> unfinished = new HashMap<>();
  private final Map<String, Long> syncs = new HashMap<>();
  private final Map<String, Long> positions = new HashMap<>();
  private final Map<String, Boolean> known = new HashMap<>();
  private long ids;

  private TraceReader(Path folder, Consumer<Call> calls) {
    this.folder = folder.toString();
    this.calls = calls;
  }

  /// The calls of a trace, in order.
  ///
  /// @param folder the absolute folder whose files matter
  public static List<Call> read(Path trace, Path folder) throws IOException {
    List<Call> all = new ArrayList<>();
    TraceReader reader = new TraceReader(folder, all::add);
    try (BufferedReader lines = Files.newBufferedReader(trace, StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        reader.line(line);
      }
    }
    return all;
  }

  /// Reads a trace that is there as text.
  static List<Call> read(String trace, Path folder) {
    List<Call> all = new ArrayList<>();
    trace.lines().forEach(new TraceReader(folder, all::add)::line);
    return all;
  }

  private void line(String line) {
    Matcher ended = ENDED.matcher(line);
    Matcher begun = BEGUN.matcher(line);
    Matcher whole = WHOLE.matcher(line);
    if (ended.matches()) {
      String arguments = unfinished.remove(ended.group(1));
      if (arguments != null) {
        end(ended.group(1), ended.group(2), arguments + ended.group(3), ended.group(4));
      }
    } else if (begun.matches()) {
      unfinished.put(begun.group(1), begun.group(3));
      begin(begun.group(1), begun.group(2), begun.group(3));
    } else if (whole.matches()) {
      begin(whole.group(1), whole.group(2), whole.group(3));
      end(whole.group(1), whole.group(2), whole.group(3), whole.group(4));
    }
  }

  private void begin(String thread, String call, String arguments) {
    Matcher file = FILE.matcher(arguments);
    if (!file.matches()) {
      return;
    }
    String path = file.group(2);
    switch (call) {
      case "fsync", "fdatasync" -> {
        if (isOurs(path) || path.equals(folder)) {
          syncs.put(thread, ++ids);
          calls.accept(new Call.SyncBegan(path, ids));
        }
      }
      case "write", "writev", "sendto" -> {
        if (path.startsWith("socket:") || path.startsWith("TCP")) {
          StringBuilder told = new StringBuilder();
          strings(arguments).forEach(b -> told.append(new String(b, StandardCharsets.ISO_8859_1)));
          calls.accept(new Call.Told(told.toString()));
        }
      }
      default -> {}
    }
  }

  private void end(String thread, String call, String arguments, String result) {
    if (result.startsWith("-")) {
      syncs.remove(thread);
      return;
    }
    switch (call) {
      case "openat" -> opened(arguments, result);
      case "write", "writev", "pwrite64", "ftruncate" -> changed(call, arguments, result);
      case "fsync", "fdatasync" -> {
        Long id = syncs.remove(thread);
        if (id != null) {
          calls.accept(new Call.SyncEnded(id));
        }
      }
      case "rename", "renameat", "renameat2" -> renamed(strings(arguments));
      case "unlink", "unlinkat" -> unlinked(text(strings(arguments).getFirst()));
      default -> {}
    }
  }

  private void opened(String arguments, String descriptor) {
    String path = text(strings(arguments).getFirst());
    if (!isOurs(path)) {
      return;
    }
    positions.put(descriptor, 0L);
    if (arguments.contains("O_CREAT") && known.putIfAbsent(path, true) == null) {
      calls.accept(new Call.Created(path));
    } else if (arguments.contains("O_TRUNC")) {
      calls.accept(new Call.Truncated(path, 0));
    }
  }

  private void changed(String call, String arguments, String result) {
    Matcher file = FILE.matcher(arguments);
    if (!file.matches() || !isOurs(file.group(2))) {
      return;
    }
    String path = file.group(2);
    String last = arguments.substring(arguments.lastIndexOf(' ') + 1);
    switch (call) {
      case "pwrite64" ->
          calls.accept(
              new Call.Written(
                  path, Long.parseLong(last), ByteBuffer.wrap(written(arguments, result))));
      case "write" -> {
        byte[] bytes = written(arguments, result);
        long at = positions.getOrDefault(file.group(1), 0L);
        positions.put(file.group(1), at + bytes.length);
        calls.accept(new Call.Written(path, at, ByteBuffer.wrap(bytes)));
      }
      case "ftruncate" -> calls.accept(new Call.Truncated(path, Long.parseLong(last)));
      default -> throw new IllegalStateException(call + " is not understood for files");
    }
  }

  private static byte[] written(String arguments, String result) {
    byte[] bytes = strings(arguments).getFirst();
    int written = Integer.parseInt(result);
    if (bytes.length < written) {
      throw new IllegalStateException("the trace was cut off: " + bytes.length + " of " + written);
    }
    return Arrays.copyOf(bytes, written);
  }

  private void renamed(List<byte[]> names) {
    String from = text(names.getFirst());
    String to = text(names.getLast());
    if (isOurs(from) && isOurs(to)) {
      known.remove(from);
      known.put(to, true);
      calls.accept(new Call.Renamed(from, to));
    }
  }

  private void unlinked(String path) {
    if (isOurs(path) && known.remove(path) != null) {
      calls.accept(new Call.Unlinked(path));
    }
  }

  private boolean isOurs(String path) {
    return path.startsWith(folder + "/");
  }

  private static String text(byte[] name) {
    return new String(name, StandardCharsets.UTF_8);
  }

  /// The strings among the arguments, without their escapes.
  private static List<byte[]> strings(String arguments) {
    List<byte[]> all = new ArrayList<>();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    boolean inside = false;
    for (int i = 0; i < arguments.length(); i++) {
      char c = arguments.charAt(i);
      if (c == '"') {
        if (inside) {
          all.add(bytes.toByteArray());
          bytes.reset();
        }
        inside = !inside;
      } else if (inside && c == '\\') {
        i = escape(arguments, i + 1, bytes);
      } else if (inside) {
        bytes.write(c);
      }
    }
    return all;
  }

  /// Reads one escape, and returns where it ends.
  private static int escape(String arguments, int at, ByteArrayOutputStream bytes) {
    char c = arguments.charAt(at);
    if (c == 'x') {
      bytes.write(Integer.parseInt(arguments, at + 1, at + 3, 16));
      return at + 2;
    }
    if (c < '0' || c > '7') {
      bytes.write(
          switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'v' -> 0x0B;
            case 'f' -> '\f';
            case 'a' -> 0x07;
            case 'b' -> '\b';
            default -> c;
          });
      return at;
    }
    int end = at + 1;
    while (end < at + 3 && arguments.charAt(end) >= '0' && arguments.charAt(end) <= '7') {
      end++;
    }
    bytes.write(Integer.parseInt(arguments, at, end, 8));
    return end - 1;
  }
}
