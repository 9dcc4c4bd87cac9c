package dev.smartdoctor.platform.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** {@code ?page=&pageSize=} of a list: pages count from 0 and hold at most 100 items. Use as {@code @BeanParam @Valid}. */
public class PageRequest {
    @QueryParam("page")
    @DefaultValue("0")
    @Min(0)
    @Max(1_000_000)
    int page;

    @QueryParam("pageSize")
    @DefaultValue("20")
    @Min(1)
    @Max(100)
    int pageSize;

    public static PageRequest of(int page, int pageSize) {
        PageRequest request = new PageRequest();
        request.page = page;
        request.pageSize = pageSize;
        return request;
    }

    public int page() {
        return page;
    }

    public int pageSize() {
        return pageSize;
    }

    public int offset() {
        return page * pageSize;
    }
}
