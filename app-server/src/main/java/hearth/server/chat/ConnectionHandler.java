package hearth.server.chat;

import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Frame;
import hearth.protocol.Request;
import hearth.protocol.json.Codec;
import hearth.protocol.json.CodecException;
import hearth.server.net.ClientConnection;
import hearth.server.net.CloseCode;
import hearth.server.net.Packet;
import hearth.server.net.Receiver;
import hearth.server.session.Session;
import java.util.OptionalLong;

/// Handles the messages of one connection: decodes and dispatches them. Called by one thread at a
/// time; never waits.
public final class ConnectionHandler implements Receiver {
  private final Session session;
  private final Dispatcher dispatcher;
  private final RequestMetrics metrics;

  public ConnectionHandler(
      ClientConnection connection, Dispatcher dispatcher, RequestMetrics metrics) {
    session = new Session(connection);
    this.dispatcher = dispatcher;
    this.metrics = metrics;
  }

  @Override
  public void received(String text) {
    if (session.isGone()) {
      return; // what was sent before the server's Close frame came
    }
    try {
      switch (Codec.decode(text)) {
        case Frame.RequestFrame(OptionalLong id, Request request) -> {
          RequestContext context = new RequestContext(session, id, metrics);
          context.attempt(() -> dispatcher.dispatch(context, request));
        }
        case Frame.UnknownFrame(OptionalLong id, String _) -> {
          RequestContext context = new RequestContext(session, id, metrics);
          context.attempt(() -> dispatcher.unknown(context));
        }
        case Frame.ResponseFrame _, Frame.ErrorFrame _, Frame.NotificationFrame _ ->
            end(
                new FaultException(Fault.INVALID_REQUEST, "Only a server sends this."),
                CloseCode.NOT_OUR_PROTOCOL);
      }
    } catch (CodecException bad) {
      if (bad.malformed()) {
        boolean json = bad.fault() != Fault.PARSE_ERROR;
        end(why(bad), json ? CloseCode.NOT_OUR_PROTOCOL : CloseCode.NOT_JSON);
      } else {
        RequestContext context = new RequestContext(session, bad.id(), metrics);
        context.attempt(() -> dispatcher.invalid(context, why(bad)));
      }
    }
  }

  @Override
  public void closed() {
    dispatcher.disconnected(session);
  }

  private void end(FaultException why, CloseCode code) {
    metrics.refused(why.fault());
    session.send(Packet.of(new Frame.ErrorFrame(OptionalLong.empty(), why)));
    session.close(code);
  }

  private static FaultException why(CodecException bad) {
    String message = bad.getMessage();
    return new FaultException(bad.fault(), message == null ? bad.fault().sentence() : message);
  }
}
