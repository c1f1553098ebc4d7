package hearth.server.net;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The names by which clients reach this server. A request for another host may come from a web
/// page whose name was made to lead here (DNS rebinding), so it is refused. Addresses in digits are
/// always allowed: they cannot be made to lead elsewhere, and behind a router a server does not
/// know the one it is reached by.
///
/// Safe from any thread; never waits. The machine's own names are looked up in the background, and
/// known a moment after the start.
public final class HostNames {
  /// Stands for every name, for programs; web pages need one that is known.
  public static final String ANY = "*";

  private final Set<String> given = new HashSet<>();
  private volatile Set<String> own = Set.of("localhost");

  /// Names that were given, and those of this machine.
  public HostNames(Collection<String> names) {
    names.forEach(name -> given.add(plain(name)));
    Thread.ofPlatform().daemon().name("host-name").start(this::findOwn);
  }

  private void findOwn() {
    try {
      InetAddress local = InetAddress.getLocalHost();
      Set<String> found = new HashSet<>(own);
      for (String name : List.of(local.getHostName(), local.getCanonicalHostName())) {
        String plain = plain(name);
        found.add(plain);
        found.add(plain.split("\\.", 2)[0] + ".local"); // multicast DNS
      }
      own = Set.copyOf(found);
    } catch (IOException _) {
      // A machine without a name is reached by its addresses.
    }
  }

  /// Whether a program may ask for this host.
  boolean allowsProgram(String host) {
    return given.contains(ANY) || allowsPage(host);
  }

  /// Whether a web page of this host may ask for it.
  boolean allowsPage(String host) {
    String plain = plain(host);
    return own.contains(plain) || given.contains(plain) || isAddress(host);
  }

  private static boolean isAddress(String host) {
    try {
      InetAddress _ = InetAddress.ofLiteral(host);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// In lower case, without the dot that a complete name may end with.
  private static String plain(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
