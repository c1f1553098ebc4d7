package hearth.server.net;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// What the system says about this process's open files, of which every connection is one.
final class OpenFiles {
  /// What is left for all else that a process opens: one in so many, but not more than needed.
  private static final int SHARE_LEFT = 8;

  private static final long MOST_LEFT = 1_024;

  private OpenFiles() {}

  /// How many connections can be held, as far as is known.
  static int room() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? room(unix.getMaxFileDescriptorCount(), unix.getOpenFileDescriptorCount())
        : Integer.MAX_VALUE;
  }

  static int room(long limit, long open) {
    long left = Math.min(limit / SHARE_LEFT, MOST_LEFT);
    return Math.clamp(limit - open - left, 1, Integer.MAX_VALUE);
  }
}
