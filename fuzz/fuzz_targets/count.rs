//! The notation of counts: whatever is read is two intervals, one within the other, and reads the same again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mission::count::{Count, Softness};

fuzz_target!(|text: &str| {
    if let Ok(count) = text.parse::<Count>() {
        for interval in [count.strict(), count.loose()] {
            assert!(interval.min >= 0 && interval.max.is_none_or(|max| max >= interval.min));
        }
        let (strict, loose) = (count.strict(), count.loose());
        assert!(loose.min <= strict.min && loose.max.is_none_or(|max| strict.max.is_some_and(|strict| strict <= max)));
        assert_eq!(count.softness() == Softness::Firm, count.strict() == count.loose());
        let again = count.notation().parse::<Count>();
        assert_eq!(again.map(|again| (again.canonical(), again)), Ok((count.canonical(), count)));
    }
});
