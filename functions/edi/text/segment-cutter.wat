;; Cuts text into segments and elements, sixteen bytes at a time. segment-cutter.ts says how it is called and what
;; stands in a record; `npm run build:wasm` turns this text into segment-cutter-wasm.ts.
(module
  (memory (export "memory") 104)
  (global $records i32 (i32.const 0x110000)) ;; where the records begin; the text stands from 0
  (global $rest (export "rest") (mut i32) (i32.const 0)) ;; where the segment begins that the text does not end

  ;; The records of all whole segments of a text of `length` bytes that begins at offset `base` of something larger.
  ;; Returns how many integers they take.
  (func (export "cut")
    (param $length i32) (param $base i32)
    (param $element i32) (param $segment i32) (param $component i32) (param $repetition i32)
    (result i32)
    (local $p i32) (local $start i32) (local $record i32) (local $slot i32) (local $flags i32) (local $count i32)
    (local $bytes v128) (local $terminators i32) (local $ends i32) (local $spaces i32) (local $special i32)
    (local $wasSpace i32) (local $within i32)
    (local.set $record (global.get $records))
    (loop $segments
      (block $solid
        (loop $blank
          (br_if $solid (i32.ge_u (local.get $p) (local.get $length)))
          (br_if $solid (i32.gt_u (i32.load8_u (local.get $p)) (i32.const 32)))
          (local.set $p (i32.add (local.get $p) (i32.const 1)))
          (br $blank)))
      (local.set $start (local.get $p))
      (local.set $slot (i32.add (local.get $record) (i32.const 20)))
      (i32.store offset=16 (local.get $record) (i32.add (local.get $base) (local.get $p)))
      (local.set $flags (i32.const 0))
      (local.set $wasSpace (i32.const 0))
      (loop $blocks
        (if (i32.ge_u (local.get $p) (local.get $length))
          (then
            (global.set $rest (i32.add (local.get $base) (local.get $start)))
            (return (i32.shr_u (i32.sub (local.get $record) (global.get $records)) (i32.const 2)))))
        (local.set $bytes (v128.load (local.get $p)))
        (local.set $terminators
          (i8x16.bitmask (i8x16.eq (local.get $bytes) (i8x16.splat (local.get $segment)))))
        (local.set $ends
          (i32.or (local.get $terminators)
            (i8x16.bitmask (i8x16.eq (local.get $bytes) (i8x16.splat (local.get $element))))))
        (local.set $spaces (i8x16.bitmask (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 32)))))
        ;; What values alone may not have, or what parts them: controls, DEL and beyond, components, repetitions.
        (local.set $special
          (i8x16.bitmask
            (v128.or
              (v128.or
                (i8x16.lt_s (local.get $bytes) (i8x16.splat (i32.const 32)))
                (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 127))))
              (v128.or
                (i8x16.eq (local.get $bytes) (i8x16.splat (local.get $component)))
                (i8x16.eq (local.get $bytes) (i8x16.splat (local.get $repetition)))))))
        ;; As far as the text and this segment go.
        (local.set $within (i32.const 0xffff))
        (if (i32.lt_u (i32.sub (local.get $length) (local.get $p)) (i32.const 16))
          (then
            (local.set $within
              (i32.sub
                (i32.shl (i32.const 1) (i32.sub (local.get $length) (local.get $p)))
                (i32.const 1)))
            (local.set $terminators (i32.and (local.get $terminators) (local.get $within)))))
        (if (local.get $terminators)
          (then
            (local.set $within
              (i32.xor (local.get $terminators) (i32.sub (local.get $terminators) (i32.const 1))))))
        (local.set $ends (i32.and (local.get $ends) (local.get $within)))
        (local.set $special (i32.and (local.get $special) (local.get $within)))
        (if (i32.and
              (i32.or (i32.shl (local.get $spaces) (i32.const 1)) (local.get $wasSpace))
              (i32.or (local.get $ends) (local.get $special)))
          (then (local.set $flags (i32.or (local.get $flags) (i32.const 1)))))
        (if (i32.and (local.get $special) (i32.xor (local.get $ends) (i32.const -1)))
          (then (local.set $flags (i32.or (local.get $flags) (i32.const 2)))))
        (block $none
          (loop $elements
            (br_if $none (i32.eqz (local.get $ends)))
            (i32.store (local.get $slot)
              (i32.add
                (i32.add (local.get $base) (i32.const 1))
                (i32.add (local.get $p) (i32.ctz (local.get $ends)))))
            (local.set $slot (i32.add (local.get $slot) (i32.const 4)))
            (local.set $ends (i32.and (local.get $ends) (i32.sub (local.get $ends) (i32.const 1))))
            (br $elements)))
        (if (local.get $terminators)
          (then
            (local.set $p (i32.add (local.get $p) (i32.add (i32.ctz (local.get $terminators)) (i32.const 1))))
            ;; A line break of two characters, where that ends a segment.
            (if (i32.and
                  (i32.eq (local.get $segment) (i32.const 10))
                  (i32.gt_u (local.get $p) (i32.const 1)))
              (then
                (if (i32.eq (i32.load8_u (i32.sub (local.get $p) (i32.const 2))) (i32.const 13))
                  (then
                    (i32.store (i32.sub (local.get $slot) (i32.const 4))
                      (i32.sub (i32.load (i32.sub (local.get $slot) (i32.const 4))) (i32.const 1)))))))
            (local.set $count
              (i32.sub
                (i32.shr_u (i32.sub (local.get $slot) (local.get $record)) (i32.const 2))
                (i32.const 6)))
            (if (i32.and
                  (i32.gt_s (local.get $count) (i32.const 0))
                  (i32.ge_s
                    (i32.load (i32.sub (local.get $slot) (i32.const 8)))
                    (i32.sub (i32.load (i32.sub (local.get $slot) (i32.const 4))) (i32.const 1))))
              (then (local.set $flags (i32.or (local.get $flags) (i32.const 4)))))
            (i32.store (local.get $record)
              (call $element_code (local.get $record) (local.get $base) (i32.const 0) (local.get $component)))
            (i32.store offset=4 (local.get $record)
              (call $qualifier (local.get $record) (local.get $base) (local.get $count) (local.get $component)))
            (i32.store offset=8 (local.get $record) (local.get $count))
            (i32.store offset=12 (local.get $record) (local.get $flags))
            (local.set $record (local.get $slot))
            (br $segments)))
        (local.set $wasSpace (i32.shr_u (local.get $spaces) (i32.const 15)))
        (local.set $p (i32.add (local.get $p) (i32.const 16)))
        (br $blocks)))
    (unreachable))

  ;; What tells the role of a segment: its first element, of an HL the third.
  (func $qualifier (param $record i32) (param $base i32) (param $count i32) (param $component i32) (result i32)
    (local $place i32)
    (local.set $place
      (select (i32.const 3) (i32.const 1) (i32.eq (i32.load (local.get $record)) (i32.const 0x484c))))
    (if (i32.gt_u (local.get $place) (local.get $count)) (then (return (i32.const 0))))
    (call $element_code (local.get $record) (local.get $base) (local.get $place) (local.get $component)))

  ;; Up to four ASCII characters of an element, or of its first component, as one number; 0 for others.
  (func $element_code (param $record i32) (param $base i32) (param $place i32) (param $component i32) (result i32)
    (local $slot i32) (local $from i32) (local $length i32) (local $code i32) (local $unused i32)
    (local.set $slot (i32.add (local.get $record) (i32.shl (local.get $place) (i32.const 2))))
    (local.set $from (i32.sub (i32.load offset=16 (local.get $slot)) (local.get $base)))
    (local.set $length
      (i32.sub (i32.sub (i32.load offset=20 (local.get $slot)) (local.get $base))
        (i32.add (local.get $from) (i32.const 1))))
    (if (local.get $place)
      (then
        (local.set $code ;; where the first component ends, if that is within sixteen bytes
          (i32.ctz (i32.or (i32.const 0x10000)
            (i8x16.bitmask
              (i8x16.eq (v128.load (local.get $from)) (i8x16.splat (local.get $component)))))))
        (if (i32.lt_u (local.get $code) (local.get $length)) (then (local.set $length (local.get $code))))))
    (if (i32.or (i32.eqz (local.get $length)) (i32.gt_u (local.get $length) (i32.const 4)))
      (then (return (i32.const 0))))
    ;; The bytes as they stand make the number's highest ones.
    (local.set $code (i32.load (local.get $from)))
    (local.set $code
      (i32.or
        (i32.and (i32.rotl (local.get $code) (i32.const 8)) (i32.const 0x00ff00ff))
        (i32.and (i32.rotr (local.get $code) (i32.const 8)) (i32.const 0xff00ff00))))
    (local.set $unused (i32.shl (i32.sub (i32.const 4) (local.get $length)) (i32.const 3)))
    (local.set $code (i32.shr_u (local.get $code) (local.get $unused)))
    (select (i32.const 0) (local.get $code) (i32.and (local.get $code) (i32.const 0x80808080)))))
