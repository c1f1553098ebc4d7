package hearth.server.net;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// The process's limit on open files, of which each connection takes one. Holds no state.
final class OpenFiles {
  /// The share of the limit that is left for other files: one in this many, up to a maximum.
  private static final int RESERVED_SHARE = 8;

  private static final long MAX_RESERVED = 1_024;

  private OpenFiles() {}

  /// How many connections can be held, as far as is known.
  static int available() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? available(unix.getMaxFileDescriptorCount(), unix.getOpenFileDescriptorCount())
        : Integer.MAX_VALUE;
  }

  static int available(long limit, long open) {
    long reserved = Math.min(limit / RESERVED_SHARE, MAX_RESERVED);
    return Math.clamp(limit - open - reserved, 1, Integer.MAX_VALUE);
  }
}
