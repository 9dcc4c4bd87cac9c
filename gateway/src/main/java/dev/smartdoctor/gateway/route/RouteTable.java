package dev.smartdoctor.gateway.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The table as a tree of path segments, so that finding a route costs a few comparisons and no allocation. A segment that is
 * spelt out wins over a parameter; a parameter is any segment that is not empty.
 */
public final class RouteTable {
    private final Node root = new Node("");

    public RouteTable(List<Route> routes) {
        routes.forEach(this::add);
    }

    /** What the path leads to, or null where it leads nowhere. */
    public Found find(String path) {
        Node node = root;
        int from = 1;
        while (node != null && from <= path.length()) {
            int end = path.indexOf('/', from);
            end = end < 0 ? path.length() : end;
            node = node.child(path, from, end - from);
            from = end + 1;
        }
        return node == null ? null : node.found;
    }

    private void add(Route route) {
        Node node = root;
        for (String segment : route.template().substring(1).split("/")) {
            node = segment.startsWith("{") ? node.parameter() : node.literal(segment);
        }
        if (node.found == null) {
            node.found = new Found();
        }
        if (node.found.byMethod.put(route.method(), route) != null) {
            throw new IllegalStateException("Twice in the table: " + route.method() + " " + route.template());
        }
    }

    /** The routes of one path. */
    public static final class Found {
        private final Map<String, Route> byMethod = new HashMap<>();

        /** The route for this method, or null; HEAD is asked for as GET. */
        public Route route(String method) {
            return byMethod.get(method.equals("HEAD") ? "GET" : method);
        }

        /** The value of an {@code Allow} header. */
        public String allowed() {
            Set<String> methods = new TreeSet<>(byMethod.keySet());
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            return String.join(", ", methods);
        }
    }

    private static final class Node {
        private final String segment;
        private final List<Node> children = new ArrayList<>();
        private Node parameter;
        private Found found;

        private Node(String segment) {
            this.segment = segment;
        }

        private Node child(String path, int from, int length) {
            for (int i = 0; i < children.size(); i++) {
                Node child = children.get(i);
                if (child.segment.length() == length && path.startsWith(child.segment, from)) {
                    return child;
                }
            }
            return length == 0 ? null : parameter;
        }

        private Node literal(String name) {
            for (Node child : children) {
                if (child.segment.equals(name)) {
                    return child;
                }
            }
            Node child = new Node(name);
            children.add(child);
            return child;
        }

        private Node parameter() {
            if (parameter == null) {
                parameter = new Node("{}");
            }
            return parameter;
        }
    }
}
