package dev.smartdoctor.auth.keys;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys of a moment: the current one signs; the next is published so that every cache knows it before it is used; the
 * previous is published until its last token has expired.
 */
record KeyRing(SigningKey next, SigningKey current, Optional<SigningKey> previous) {

    KeyRing {
        List<SigningKey> all = Stream.concat(Stream.of(next, current), previous.stream()).toList();
        if (all.stream().map(SigningKey::id).distinct().count() < all.size()) {
            throw new UnusableKeys("two of next.pem, current.pem and previous.pem are the same key");
        }
    }

    Map<String, SigningKey> byId() {
        return published().collect(Collectors.toMap(SigningKey::id, Function.identity()));
    }

    KeySetView keySet() {
        return new KeySetView(published().map(SigningKey::publicJwk).toList());
    }

    private Stream<SigningKey> published() {
        return Stream.concat(Stream.of(next, current), previous.stream());
    }
}
