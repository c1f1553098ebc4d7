package hearth.server.net;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;

/// A connection that has just come in.
///
/// @param from its peer
/// @param at when, on the clock of `System.nanoTime`
record AcceptedSocket(SocketChannel channel, InetAddress from, long at) {}
