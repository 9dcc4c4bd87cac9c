package dev.smartdoctor.localstack.mailbox;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One e-mail address with the name that was written before it, as Mailpit gives it. */
public record Address(@JsonProperty("Name") String name, @JsonProperty("Address") String address) {

    boolean contains(String lowerCase) {
        return Mail.lower(name).contains(lowerCase) || Mail.lower(address).contains(lowerCase);
    }
}
