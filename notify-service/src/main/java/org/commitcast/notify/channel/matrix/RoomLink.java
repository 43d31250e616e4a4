package org.commitcast.notify.channel.matrix;

/**
 * Addresses that any client of Matrix opens.
 *
 * @see <a href="https://spec.matrix.org/latest/appendices/#matrixto-navigation">matrix.to navigation</a>
 */
final class RoomLink {
    private RoomLink() {}

    static String to(String room) {
        return "https://matrix.to/#/" + part(room) + via(room);
    }

    static String to(String room, String event) {
        return "https://matrix.to/#/" + part(room) + "/" + part(event) + via(room);
    }

    private static String part(String id) {
        return MatrixApi.encoded(id).replace("%21", "!");
    }

    /** A server that is in the room, for those that are not. Rooms of version 12 do not name one. */
    private static String via(String room) {
        int server = room.indexOf(':');
        return server < 0 ? "" : "?via=" + MatrixApi.encoded(room.substring(server + 1));
    }
}
