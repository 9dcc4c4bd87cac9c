package dev.smartdoctor.platform.page;

import java.util.List;
import java.util.function.Function;

/** One page of a list, with the number of all items. */
public record Page<T>(List<T> items, int page, int pageSize, long total) {

    public static <T> Page<T> of(List<T> items, PageRequest request, long total) {
        return new Page<>(List.copyOf(items), request.page(), request.pageSize(), total);
    }

    /** Cut out of the whole list, for lists that are short by nature. */
    public static <T> Page<T> cut(List<T> all, PageRequest request) {
        return of(all.stream().skip(request.offset()).limit(request.pageSize()).toList(), request, all.size());
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), page, pageSize, total);
    }
}
