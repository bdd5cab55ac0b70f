# ProcessPrng of bcryptprimitives.dll, which Go's runtime takes its random numbers from (since 1.21)
# and Debian's Wine, version 8, does not have. It fills rdx bytes at rcx from the processor.
	.globl ProcessPrng
ProcessPrng:
	test %rdx, %rdx
	jz 2f
1:	rdrand %rax
	jnc 1b
	movb %al, (%rcx)
	inc %rcx
	dec %rdx
	jnz 1b
2:	mov $1, %eax
	ret
