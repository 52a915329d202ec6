package org.koppel.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The sockets of one process that wait for somebody, as Linux tells them in {@code /proc}. */
final class ListeningSockets {
    private static final String TCP_LISTEN = "0A";
    private static final String IPV4_LOOPBACK = "0100007F";

    private ListeningSockets() {}

    /** Where a process listens; {@code udp} for every UDP socket it has open. */
    record Listening(String protocol, boolean loopback, int port) {}

    static List<Listening> of(ProcessHandle process) throws IOException {
        Path directory = Path.of("/proc/" + process.pid());
        Set<String> inodes = inodes(directory.resolve("fd"));
        List<Listening> found = new ArrayList<>();
        for (String protocol : List.of("tcp", "tcp6", "udp", "udp6")) {
            List<String> lines = Files.readAllLines(directory.resolve("net").resolve(protocol));
            for (String line : lines.subList(1, lines.size())) {
                String[] columns = line.strip().split("\\s+");
                boolean waits = protocol.startsWith("udp") || TCP_LISTEN.equals(columns[3]);
                if (waits && inodes.contains(columns[9])) {
                    found.add(listening(protocol, columns[1]));
                }
            }
        }
        return found;
    }

    private static Listening listening(String protocol, String address) {
        String[] parts = address.split(":");
        boolean loopback = parts[0].endsWith(IPV4_LOOPBACK); // also when mapped into IPv6
        return new Listening(protocol.substring(0, 3), loopback, Integer.parseInt(parts[1], 16));
    }

    private static Set<String> inodes(Path descriptors) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> files = Files.list(descriptors)) {
            for (Path file : files.toList()) {
                String target = Files.exists(file) || Files.isSymbolicLink(file)
                        ? Files.readSymbolicLink(file).toString()
                        : "";
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        return inodes;
    }
}
