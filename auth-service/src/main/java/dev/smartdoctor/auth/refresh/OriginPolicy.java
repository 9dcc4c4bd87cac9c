package dev.smartdoctor.auth.refresh;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.smartdoctor.platform.problem.Forbidden;

/**
 * Where a cookie authenticates, the request must come from a page of ours: its {@code Origin} is one of ours, and it has a
 * header that a foreign page cannot send without being asked by CORS first.
 */
public final class OriginPolicy {
    public static final String HEADER = "X-Requested-With";
    static final String HEADER_VALUE = "smart-doctor";

    private final Set<String> ours = new HashSet<>();

    public OriginPolicy(String publicUrl, List<String> others) {
        ours.add(originOf(publicUrl));
        others.stream().map(OriginPolicy::originOf).forEach(ours::add);
    }

    public void check(Optional<String> origin, Optional<String> requestedWith) {
        boolean own = origin.map(value -> value.toLowerCase(Locale.ROOT)).filter(ours::contains).isPresent();
        if (!own || !requestedWith.filter(HEADER_VALUE::equals).isPresent()) {
            throw new Forbidden("The refresh cookie counts only from our own pages, with the header X-Requested-With.");
        }
    }

    /** Scheme, host and port as browsers write them: in lower case, without the scheme's own port. */
    static String originOf(String address) {
        URI uri = URI.create(address.strip());
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "PUBLIC_URL and CORS_ORIGINS hold addresses such as https://clinic.example");
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean usual = uri.getPort() < 0 || uri.getPort() == ("https".equals(scheme) ? 443 : 80);
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + uri.getPort());
    }
}
