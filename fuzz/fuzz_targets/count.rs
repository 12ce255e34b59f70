//! The notation of counts: whatever is read is an interval, and reads the same again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mission::count::Count;

fuzz_target!(|text: &str| {
    if let Ok(count) = text.parse::<Count>() {
        let interval = count.interval();
        assert!(interval.min >= 0 && interval.max.is_none_or(|max| max >= interval.min));
        assert_eq!(count.notation().parse::<Count>().map(|again| again.interval()), Ok(interval));
        assert!(interval.is_within(interval) && interval.overlaps(interval));
    }
});
