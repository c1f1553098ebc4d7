/// The only code that knows the wire's JSON: streaming Gson, no reflection.
///
/// Each record has one declaration, in [Values], [Actions], [Requests], [Responses] or
/// [Notifications]: its members by name, each with its type and accessor, and the constructor. The
/// same declaration writes and reads it. Members that a reader does not know are skipped; a type
/// that it does not know is kept as it came, or skipped where nothing would be lost.
@NullMarked
package hearth.protocol.json;

import org.jspecify.annotations.NullMarked;
