package hearth.server;

import hearth.client.link.Address;
import hearth.client.link.Link;
import hearth.client.link.WebSocketLink;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Opens real links, and counts the requests of one method that are sent through them. Safe from any
/// thread.
final class CountingConnector implements Link.Connector {
  private final String method;
  private final AtomicInteger sent = new AtomicInteger();

  CountingConnector(String method) {
    this.method = "\"method\":\"" + method + "\"";
  }

  int sent() {
    return sent.get();
  }

  @Override
  public Link open(Address address, @Nullable String key, Link.Listener listener) {
    return counting(
        WebSocketLink.open(
            address,
            key,
            new Link.Listener() {
              @Override
              public void opened(Link link) {
                listener.opened(counting(link));
              }

              @Override
              public void received(Link link, String text) {
                listener.received(counting(link), text);
              }

              @Override
              public void closed(Link link, Link.Closing why) {
                listener.closed(counting(link), why);
              }
            }));
  }

  private Link counting(Link link) {
    return new CountingLink(link, this);
  }

  /// Two of the same link are equal.
  private record CountingLink(Link link, CountingConnector counter) implements Link {
    @Override
    public void send(String text) {
      if (text.contains(counter.method)) {
        counter.sent.incrementAndGet();
      }
      link.send(text);
    }

    @Override
    public @Nullable String serverKey() {
      return link.serverKey();
    }

    @Override
    public void close() {
      link.close();
    }
  }
}
