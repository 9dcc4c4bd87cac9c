package dev.smartdoctor.auth.mailtoken;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The codes under the service's own secret. */
class DerivedCodesProducer {
    @Produces
    @Singleton
    DerivedCodes codes(TokenConfig config) {
        return new DerivedCodes(config.secret());
    }
}
